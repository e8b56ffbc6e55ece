using Globus.Extensions.LoginFlows.Internal;

namespace Globus.Extensions.Tests.LoginFlows;

public sealed class ConsoleInterruptTests
{
    [Fact]
    public void The_first_ctrl_c_ends_the_login_and_the_second_one_the_program()
    {
        using var interrupt = new ConsoleInterrupt(TestContext.Current.CancellationToken);

        interrupt.TryTake().ShouldBeTrue();
        interrupt.TryTake().ShouldBeFalse();

        interrupt.Token.IsCancellationRequested.ShouldBeTrue();
        interrupt.HasCome.ShouldBeTrue();
    }

    [Fact]
    public void A_ctrl_c_in_the_moment_in_which_the_login_ends_is_the_programs()
    {
        var interrupt = new ConsoleInterrupt(TestContext.Current.CancellationToken);
        interrupt.Dispose();

        interrupt.TryTake().ShouldBeFalse();
    }
}
