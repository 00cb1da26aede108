using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Codes;

public sealed class CodeSetTests
{
    [Fact]
    public void Algebra_of_random_dated_sets_is_that_of_their_members()
    {
        const int Seed = 4711;
        Random random = new(Seed);
        for (int round = 0; round < 200; round++)
        {
            CodeInterval[] a = Random(random);
            CodeInterval[] b = Random(random);
            CodeSet left = CodeSet.From(a);
            CodeSet right = CodeSet.From(b);
            for (ulong code = 1; code < 30; code++)
            {
                for (int day = 0; day < 12; day++)
                {
                    bool inA = a.Any(one => Holds(one, code, day));
                    bool inB = b.Any(one => Holds(one, code, day));
                    string where = $"seed {Seed}, round {round}, code {code}, day {day}";
                    Assert.True(left.Contains(code, day) == inA, where);
                    Assert.True(left.Union(right).Contains(code, day) == (inA || inB), where);
                    Assert.True(left.Intersect(right).Contains(code, day) == (inA && inB), where);
                    Assert.True(left.Except(right).Contains(code, day) == (inA && !inB), where);
                }
            }
        }
    }

    [Fact]
    public void Without_a_day_a_dated_member_is_one_sometimes()
    {
        CodeSet set = CodeSet.From([new CodeInterval(5, 5, 100, int.MaxValue), new CodeInterval(9, 9, int.MinValue, int.MaxValue)]);
        Assert.Equal(SometimeMember.Sometimes, set.ContainsSometime(5));
        Assert.Equal(SometimeMember.Always, set.ContainsSometime(9));
        Assert.Equal(SometimeMember.Never, set.ContainsSometime(7));
    }

    private static bool Holds(CodeInterval one, ulong code, int day) => code >= one.First && code <= one.Last && day >= one.FromDay && day <= one.ThroughDay;

    private static CodeInterval[] Random(Random random)
    {
        CodeInterval[] intervals = new CodeInterval[random.Next(0, 6)];
        for (int i = 0; i < intervals.Length; i++)
        {
            ulong first = (ulong)random.Next(1, 28);
            int from = random.Next(0, 3) == 0 ? int.MinValue : random.Next(0, 10);
            int through = random.Next(0, 3) == 0 ? int.MaxValue : Math.Max(from, 0) + random.Next(0, 5);
            intervals[i] = new CodeInterval(first, first + (ulong)random.Next(0, 4), from, through);
        }

        return intervals;
    }
}
