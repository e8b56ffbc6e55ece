using System.Collections.Immutable;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>A client as the server keeps it. Thread-safe: what belongs together changes in one step.</summary>
internal sealed class RegisteredClient(ClientDocument document)
{
    private volatile ClientDocument _document = document;
    private volatile bool _isDeleted;
    private ImmutableList<ClientCredential> _credentials = [];

    public Guid Id { get; } = document.Id;

    /// <summary>What is registered about it, without its scopes.</summary>
    public ClientDocument Document
    {
        get => _document;
        set => _document = value;
    }

    public string Name => _document.Name;

    public IReadOnlyList<string> RedirectUris => _document.RedirectUris;

    /// <summary>Whether it cannot keep a secret and must use PKCE.</summary>
    public bool IsNative => _document.PublicClient;

    /// <summary>Whether it runs on a person's computer, and so may listen on any loopback port.</summary>
    public bool IsInstalled => _document.ClientType == ClientTypes.PublicInstalled;

    /// <summary>Once set, nothing that was ever issued to it is accepted.</summary>
    public bool IsDeleted => _isDeleted;

    public IReadOnlyList<ClientCredential> Credentials => _credentials;

    public static RegisteredClient From(ClientState state)
    {
        var client = new RegisteredClient(state.Document);
        foreach (var credential in state.Credentials)
        {
            client.Add(new ClientCredential(credential));
        }

        return client;
    }

    public void Delete() => _isDeleted = true;

    public void Add(ClientCredential credential) => ImmutableInterlocked.Update(ref _credentials, list => list.Add(credential));

    public void Remove(ClientCredential credential)
    {
        credential.Delete();
        ImmutableInterlocked.Update(ref _credentials, list => list.Remove(credential));
    }

    /// <summary>Leaves this as the only credential; what the others have brought lives on, as when a secret is rotated.</summary>
    public void ReplaceCredentials(ClientCredential credential) => ImmutableInterlocked.Update(ref _credentials, _ => [credential]);

    public ClientCredential? FindCredential(string secret) => _credentials.Find(credential => credential.Matches(secret));
}
