using System.Globalization;
using EditEngine.Stacks;
using Xunit;

namespace EditEngine.Tests.Syntax;

/// <summary>Work on a deep stack is as work on the caller's: its result, what it throws, its culture and what flows with it. Tests beside would give its threads work again and again, and none would end.</summary>
[CollectionDefinition(nameof(DeepStackTests), DisableParallelization = true)]
[Collection(nameof(DeepStackTests))]
public sealed class DeepStackTests
{
    [Fact]
    public void Work_gives_its_result_and_throws_what_it_throws()
    {
        Assert.Equal(3, DeepStack.Run(() => 3));
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => DeepStack.Run<int>(() => throw new InvalidOperationException("seen")));
        Assert.Equal("seen", thrown.Message);
        Assert.Equal(4, DeepStack.Run(() => 4)); // What threw is ready for more.
    }

    [Fact]
    public void Work_within_work_stays_on_its_thread() =>
        Assert.True(DeepStack.Run(() => Environment.CurrentManagedThreadId == DeepStack.Run(() => Environment.CurrentManagedThreadId)));

    [Fact]
    public void Each_work_sees_what_flows_with_its_caller_and_leaves_nothing_behind()
    {
        AsyncLocal<string> local = new();
        CultureInfo before = CultureInfo.CurrentCulture;
        foreach (string given in new[] { "first", "second" })
        {
            CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (CultureInfo.CurrentCulture, local.Value) = (culture, given);
            Assert.Equal((culture, given), DeepStack.Run(() => (CultureInfo.CurrentCulture, local.Value)));
            DeepStack.Run(() => local.Value = "changed");
            Assert.Equal(given, local.Value);
        }

        CultureInfo.CurrentCulture = before;
    }

    [Fact]
    public void Many_at_once_are_each_given_their_own()
    {
        int[] given = new int[4_000];
        Parallel.For(0, given.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, i => given[i] = DeepStack.Run(() => i + DeepStack.Run(() => 1)));
        Assert.Equal(Enumerable.Range(1, given.Length), given);
    }

    [Fact]
    public void What_is_deep_fits_after_other_work()
    {
        Assert.Equal(200_000, DeepStack.Run(() => Depth(200_000)));
        Assert.Equal(200_000, DeepStack.Run(() => Depth(200_000)));

        static int Depth(int left) => left == 0 ? 0 : Depth(left - 1) + 1;
    }

    [Fact]
    public async Task Threads_without_work_end()
    {
        WeakReference<object> seen = Run();
        for (int i = 0; i < 100 && seen.TryGetTarget(out _); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            GC.Collect();
        }

        Assert.False(seen.TryGetTarget(out _));

        // What a thread alone has lives as long as the thread.
        static WeakReference<object> Run() => DeepStack.Run(() => new WeakReference<object>(_ofThread = new object()));
    }

    [ThreadStatic]
    private static object? _ofThread;
}
