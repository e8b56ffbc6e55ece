using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>How a person is called on a page: the full name, where there is one, and the user name.</summary>
internal static class PersonName
{
    public static string Render(Identity person) => person.Name is { } name
        ? $"<span class=\"name\">{PageLayout.Escape(name)}</span> <span class=\"user-name\">{PageLayout.Escape(person.UserName)}</span>"
        : $"<span class=\"name\">{PageLayout.Escape(person.UserName)}</span>";
}
