using Globus.Extensions.Tests.EmulatorHosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.Configuration;

public sealed class VerifySslVariableTests
{
    private const string Variable = "GLOBUS_SDK_VERIFY_SSL";

    [Theory]
    [InlineData("1")]
    [InlineData("y")]
    [InlineData("Yes")]
    [InlineData("t")]
    [InlineData("TRUE")]
    [InlineData("on")]
    [InlineData("")]
    public void A_true_word_changes_nothing(string value) => TestApps.Options([], (Variable, value)).CertificateAuthorityFile.ShouldBeNull();

    [Fact]
    public void An_existing_file_is_the_file_of_authorities()
    {
        var file = typeof(VerifySslVariableTests).Assembly.Location;

        TestApps.Options([], (Variable, file)).CertificateAuthorityFile.ShouldBe(file);
    }

    [Fact]
    public void An_explicit_file_comes_before_the_variable()
    {
        var file = typeof(VerifySslVariableTests).Assembly.Location;

        TestApps.Options([$"Globus:CertificateAuthorityFile={file}"], (Variable, "rubbish")).CertificateAuthorityFile.ShouldBe(file);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("nope")]
    [InlineData("/no/such/file.pem")]
    [InlineData("/")]
    public void Anything_else_is_an_error_that_names_the_variable(string value) =>
        Should.Throw<OptionsValidationException>(() => TestApps.Options([], (Variable, value)))
            .Message.ShouldContain($"{Variable} is '{value}'; wanted is the path of an existing file");

    [Theory]
    [InlineData("0")]
    [InlineData("n")]
    [InlineData("No")]
    [InlineData("f")]
    [InlineData("FALSE")]
    [InlineData("off")]
    public void A_false_word_is_ignored_with_one_warning(string value)
    {
        var logs = new ListLoggerProvider();
        var services = TestApps.Services((Variable, value));
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddGlobus(options => options.ClientId = TestApps.NativeClientId);
        using var provider = services.Build();

        provider.GetRequiredService<IGlobusApp>();
        provider.GetRequiredService<IGlobusApp>();

        var warning = logs.Entries.ShouldHaveSingleItem();
        warning.Level.ShouldBe(LogLevel.Warning);
        warning.Text.ShouldContain($"{Variable}={value} is ignored: certificate checks cannot be switched off");
    }
}
