using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Lowering;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Finding takes no memory on a warm evaluator, whatever the rules ask.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Cases => [.. Corpus.Names("good", ".edit")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finding_allocates_nothing_on_a_warm_evaluator(string name)
    {
        CompileResult result = CasePack.Compile(name, Corpus.Read(name));
        RulePack pack = PackLowering.Lower(result.Pack!); // It has no mistake.
        List<(Claim Claim, DateOnly AsOf)> claims = [];
        Evaluator deciding = pack.CreateEvaluator();
        PackTests.Run(result, Keep, TestFilter.All);
        Evaluator evaluator = pack.CreateEvaluator();
        FindAll(20);
        long least = long.MaxValue;
        for (int round = 0; round < 5 && least > 0; round++)
        {
            // The runtime itself may take memory now and then: of some rounds the least.
            long before = GC.GetAllocatedBytesForCurrentThread();
            FindAll(1);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.NotEmpty(claims);
        Assert.Equal(0, least);

        Result Keep(Claim claim, DateOnly asOf)
        {
            claims.Add((claim, asOf));
            return deciding.Evaluate(claim, asOf);
        }

        void FindAll(int times)
        {
            for (int i = 0; i < times; i++)
            {
                foreach ((Claim claim, DateOnly asOf) in claims)
                {
                    evaluator.Find(claim, asOf);
                }
            }
        }
    }
}
