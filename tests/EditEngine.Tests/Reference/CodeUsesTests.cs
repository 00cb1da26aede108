using EditEngine.Analysis.Reference;
using EditEngine.Compiler.Editing;
using Xunit;

namespace EditEngine.Tests.Reference;

/// <summary>Where a code stands in a pack.</summary>
public sealed class CodeUsesTests
{
    private const string Rules = """
        pack sample version "1"
        dates by date of service
        reasons
          UNITS = CO 151

        codes @visits : procedure = { 99202-99205, 99213 }
        codes @late : procedure = { 99213 until 2024-12-31 }
        codes @rooms : revenue = { 0450, 0120 }
        codes @sugar : diagnosis = { E11.9 }

        table @limits
          key code : procedure
          most : units
          | code  | most |
          | 11720 | 1    |
          | 11721 | 2    |

        edit RANGE "By a range"
          for each  professional line v
          when      v.procedure in { 11720-11721 } and v.units > 1
          then      deny v  reason UNITS
        end
        edit TEXT "By its text"
          for each  professional line v
          when      v.procedure = 11730
          then      deny v  reason UNITS
        end
        edit SET "By a set"
          for each  professional line v
          when      v.procedure in @visits and v.units > 9
          then      deny v  reason UNITS
        end
        """;

    [Theory]
    [InlineData("99213", "procedure: sets @late (open .. 2024-12-31), @visits (open .. open); edits SET")]
    [InlineData(" 99203 ", "procedure: sets @visits (open .. open); edits SET")]
    [InlineData("11721", "procedure: rows @limits; edits RANGE")]
    [InlineData("11730", "procedure: edits TEXT")]
    [InlineData("0450", "revenue: sets @rooms (open .. open)")]
    [InlineData("e11.9", "diagnosis: sets @sugar (open .. open)")]
    [InlineData("E119", "diagnosis: sets @sugar (open .. open)")]
    [InlineData("99299", "")]
    [InlineData("no code", "")]
    [InlineData("", "")]
    public void Sets_rows_and_edits_that_hold_a_code(string text, string expected) => Assert.Equal(expected, Found(Rules, text));

    [Fact]
    public void A_pack_that_is_half_written_is_searched_too() =>
        Assert.Equal("procedure: sets @late (open .. 2024-12-31), @visits (open .. open); edits SET", Found(Rules + "\nedit HALF \"Half\"\n  for each", "99213"));

    private static string Found(string rules, string text)
    {
        EditingPack pack = new(EditCompiler.Open(PackSources.FromText("rules.edit", rules), CompileOptions.Default));
        return string.Join(" | ", CodeUses.Of(pack, text).Select(Shown));
    }

    private static string Shown(CodeUses uses)
    {
        string[] parts =
        [
            uses.Sets.IsEmpty ? "" : "sets " + string.Join(", ", uses.Sets.Select(set => $"{set.Name} ({string.Join(", ", set.Days)})")),
            uses.Rows.IsEmpty ? "" : "rows " + string.Join(", ", uses.Rows.Select(row => row.Table)),
            uses.Edits.IsEmpty ? "" : "edits " + string.Join(", ", uses.Edits.Select(edit => edit.Id)),
        ];
        return $"{uses.System}: {string.Join("; ", parts.Where(part => part.Length > 0))}";
    }
}
