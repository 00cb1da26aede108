using System.Runtime.InteropServices;
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
    public void A_set_is_read_from_its_bytes_and_from_no_others()
    {
        const int Seed = 4712;
        Random random = new(Seed);
        for (int round = 0; round < 500; round++)
        {
            CodeInterval[] intervals = Random(random);
            CodeSet set = CodeSet.From(intervals);
            Assert.True(CodeSet.FromBytes(set.ToBytes())!.Intervals.SequenceEqual(set.Intervals), $"seed {Seed}, round {round}"); // It is a set's.
            CodeSet? unordered = CodeSet.FromBytes(MemoryMarshal.AsBytes(intervals.AsSpan()));
            Assert.True(unordered is null != intervals.SequenceEqual(set.Intervals), $"seed {Seed}, round {round}, unordered");
        }

        Assert.Null(CodeSet.FromBytes(new byte[25]));
    }

    [Fact]
    public void Without_a_day_a_dated_member_is_one_sometimes()
    {
        CodeSet set = CodeSet.From([new CodeInterval(5, 5, 100, int.MaxValue), new CodeInterval(9, 9, int.MinValue, int.MaxValue)]);
        Assert.Equal(SometimeMember.Sometimes, set.ContainsSometime(5));
        Assert.Equal(SometimeMember.Always, set.ContainsSometime(9));
        Assert.Equal(SometimeMember.Never, set.ContainsSometime(7));
    }

    [Theory]
    [InlineData("1-9", "3-4 7", true)]
    [InlineData("1-9", "", true)]
    [InlineData("", "1", false)]
    [InlineData("1-4 6", "5", false)]
    [InlineData("1-4 6", "3-6", false)]
    [InlineData("1-4@5", "3", false)] // Not on every day.
    [InlineData("1-4", "3@5", true)]
    public void A_set_covers_another_where_each_of_its_members_is_always_one(string set, string other, bool covers) => Assert.Equal(covers, SetOf(set).Covers(SetOf(other)));

    // 3-6@100 are the codes 3 to 6 from day 100 on.
    private static CodeSet SetOf(string text) => CodeSet.From(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one =>
    {
        string[] parts = one.Split('@');
        ulong[] ends = [.. parts[0].Split('-').Select(end => ulong.Parse(end, System.Globalization.CultureInfo.InvariantCulture))];
        return new CodeInterval(ends[0], ends[^1], parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : int.MinValue, int.MaxValue);
    }));

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
