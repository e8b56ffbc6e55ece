namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>What a program that nobody watches tells its operator: how to log in elsewhere.</summary>
internal static class LoginAdvice
{
    /// <summary>A sentence to append, with the blank before it.</summary>
    public static string For(string? loginCommand) => string.IsNullOrWhiteSpace(loginCommand)
        ? " Where nobody is at hand, log in beforehand: run a program with the same client id and token storage in a terminal, and let it call IGlobusApp.LoginAsync. "
            + "Globus:LoginCommand can name that command here."
        : $" Where nobody is at hand, log in beforehand by running this command in a terminal: {loginCommand}";
}
