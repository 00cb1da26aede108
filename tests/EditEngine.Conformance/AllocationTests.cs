using EditEngine.Claims;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Finding takes no memory on a warm evaluator, whatever the rules ask.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Cases => [.. Corpus.Names("good", ".edit")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finding_allocates_nothing_on_a_warm_evaluator(string name) => AssertTakesNothing(GoodPack.Of(name), usesCode: false);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finding_allocates_nothing_in_compiled_code(string name) => AssertTakesNothing(GoodPack.Of(name), usesCode: true);

    private static void AssertTakesNothing(GoodPack good, bool usesCode)
    {
        Evaluator evaluator = good.Evaluator(usesCode);
        FindAll(20);
        long least = long.MaxValue;
        for (int round = 0; round < 5 && least > 0; round++)
        {
            // The runtime itself may take memory now and then: of some rounds the least.
            long before = GC.GetAllocatedBytesForCurrentThread();
            FindAll(1);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.NotEmpty(good.Claims);
        Assert.Equal(0, least);

        void FindAll(int times)
        {
            for (int i = 0; i < times; i++)
            {
                foreach ((Claim claim, DateOnly asOf) in good.Claims)
                {
                    evaluator.Find(claim, asOf);
                }
            }
        }
    }
}
