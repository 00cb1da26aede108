using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Cli.Commands;

/// <summary>The pack that one's own begins with: each kind of clause once, and tests that fire, do not, and lack a fact.</summary>
internal static class FirstPack
{
    /// <summary>The rule file.</summary>
    public const string FileName = "first.edit";

    private const string OtherName = "own.pack";

    private const string Rules = """
        dates by date of service

        -- Reasons say the adjustment group and code that a provider reads.
        reasons
          BUNDLED = CO 97

        -- Codes that several edits ask for have a name.
        codes @visits : procedure = { 99202-99205, 99211-99215 }

        edit FIRST-DRAW "Blood draw on the day of a visit"
          cite      "Payment policy 1, section 1"
          owner     "coding-policy"

          for each  professional line d, other line v  with same date
          when      d.procedure = 36415
          and       v.procedure in @visits
          unless    d has modifier 59  because "a distinct service"  until 2030-12-31
          then      deny d  reason BUNDLED
          message   "Drawing blood is included in {v.procedure}, line {v.number}."

          test "beside a visit"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: 36415 on 2025-03-04
            expect line 2 denied by FIRST-DRAW carc 97
            expect line 1 clean
          test "the day after"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: 36415 on 2025-03-05
            expect clean
          test "a distinct service"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: 36415-59 on 2025-03-04
            expect line 2 bypassed by FIRST-DRAW
          test "no one knows when"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: 36415
              missing line 2 date
            expect line 2 not evaluated by FIRST-DRAW
        end

        """;

    /// <summary>Its text, by the name of its folder; a name that the language has for something else is not taken.</summary>
    public static string Text(string folder)
    {
        string text = Of(NameOf(folder));
        return EditParser.Parse(new SourceText(FileName, text)).Diagnostics.IsEmpty ? text : Of(OtherName);
    }

    private static string Of(string name) => $"pack {name} version \"1\"\n{Rules}";

    private static string NameOf(string folder)
    {
        StringBuilder name = new();
        foreach (char character in folder.ToLowerInvariant())
        {
            name.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        string words = name.ToString().Trim('_');
        return words.Length == 0 ? OtherName : char.IsAsciiDigit(words[0]) ? "pack_" + words : words;
    }
}
