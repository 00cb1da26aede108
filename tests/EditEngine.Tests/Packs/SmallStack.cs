using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>Runs work on a thread whose stack is a quarter of a megabyte, as hosts have them. What overflows it ends the tests.</summary>
internal static class SmallStack
{
    private const int Bytes = 256 * 1024;

    public static void Run(Action work) => Run(work, Bytes);

    public static void Run(Action work, int bytes)
    {
        Exception? thrown = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            bytes);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
