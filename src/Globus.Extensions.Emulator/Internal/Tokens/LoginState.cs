namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>Who is logged in, in the state file.</summary>
internal sealed record LoginState(IReadOnlyList<GrantState> Grants, IReadOnlyList<TokenState> Tokens, IReadOnlyList<CodeState> Codes);
