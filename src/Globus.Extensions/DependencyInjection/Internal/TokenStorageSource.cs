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
        var factory = services.GetRequiredKeyedService<ITokenStorageFactory>(options.TokenStorage);
        var storage = factory.Create(AppFactory.CreateContext(services, registration));
        _made = factory is InstanceTokenStorageFactory ? null : storage;
        return storage;
    }

    public bool Made(ITokenStorage storage) => ReferenceEquals(storage, _made);
}
