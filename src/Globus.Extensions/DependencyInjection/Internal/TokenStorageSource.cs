using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Makes the storage that an app's options name, and tells it from one that the application registered in its place.</summary>
internal sealed class TokenStorageSource(IServiceProvider services, AppRegistration registration)
{
    private ITokenStorage? _made;

    public ITokenStorage Create()
    {
        var options = AppFactory.GetOptions(services, registration.Name);
        return _made = services.GetRequiredKeyedService<ITokenStorageFactory>(options.TokenStorage).Create(AppFactory.CreateContext(services, registration));
    }

    public bool Made(ITokenStorage storage) => ReferenceEquals(storage, _made);
}
