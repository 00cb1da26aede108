using EditEngine.Formats;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>The heap is the whole process's, so these run while nothing else does.</summary>
[CollectionDefinition(nameof(X12MemoryTests), DisableParallelization = true)]
[Collection(nameof(X12MemoryTests))]
public sealed class X12MemoryTests
{
    // The same interchange over and over is told as such, a thousand times and then as a number.
    private static readonly string[] Repetition = ["EDIT5080", "EDIT5017"];

    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        using X12ClaimReader reader = new(new Repeated(X12Samples.Bytes("snip/clean_837p.837"), 20_000), "f");
        int claims = 0;
        long first = 0;
        long last = 0;
        while (reader.Read() is ReadClaim)
        {
            if (++claims % 5_000 == 0)
            {
                last = GC.GetTotalMemory(forceFullCollection: true);
                first = first == 0 ? last : first;
            }
        }

        Assert.Equal(20_000, claims);
        Assert.All(reader.FileProblems, problem => Assert.Contains(problem.Id, Repetition));
        Assert.InRange(last - first, long.MinValue, 2_000_000);
    }

    private sealed class Repeated(byte[] one, int times) : MemoryStream(one)
    {
        private int _left = times - 1;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position == Length && _left > 0)
            {
                _left--;
                Position = 0;
            }

            return base.Read(buffer, offset, count);
        }
    }
}
