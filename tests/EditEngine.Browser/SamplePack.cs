namespace EditEngine.Browser;

/// <summary>A small pack with a table, a set, tests and claims, all made up.</summary>
internal static class SamplePack
{
    public const string Rules = """
        pack sample version "1"
        dates by date of service
        reasons
          TOO-MANY = CO 151

        codes @visits : procedure = { 99202-99205, 99211-99215 }

        table @limits
          key code : procedure
          most : units
          | code  | most |
          | 99213 | 2    |

        edit MANY "Too many units"
          cite      "Policy 1"
          for each  professional line v
          when      v.procedure in @visits and v.units > 2
          then      deny v  reason TOO-MANY
          message   "{v.units} units are more than 2."

          test "three"
            claim professional
              line 1: 99213 x3 on 2025-03-04
            expect line 1 denied by MANY
        end

        """;

    /// <summary>Ten claims, of which seven have too many units.</summary>
    public static string Claims { get; } = string.Concat(Enumerable.Range(1, 10).Select(number =>
        $$"""{"id":"CLAIM-{{number:00}}","type":"professional","processedDate":"2025-03-20","billing":{"npi":"1234567893"},"lines":[{"number":1,"procedure":"99213","units":{{(number > 3 ? 3 : 1)}},"charge":{{number * 10}}.00,"from":"2025-03-04"}]}""" + "\n"));

    /// <summary>The files.</summary>
    public static (string Name, string Text)[] Files { get; } = [("rules.edit", Rules), ("claims/claims.jsonl", Claims), ("notes.txt", "Read with care.\n")];
}
