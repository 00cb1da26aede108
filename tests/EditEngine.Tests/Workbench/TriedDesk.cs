using System.Net;
using System.Text.Json;

namespace EditEngine.Tests.Workbench;

/// <summary>A served folder whose pack has a table, an exception, a fact and tests; and claims for it.</summary>
internal static class TriedDesk
{
    public const string Rules = """
        pack sample version "1"
        dates by date of service

        reasons
          TOO-MANY = CO 151

        fact gold : yes or no

        table @limits
          key code : procedure
          most : units
          | code  | most |
          | 99213 | 2    |

        edit MANY "Too many units"
          cite      "Policy 1"
          for each  line v
          when      row r in @limits for v.procedure
                    and v.units > r.most
          unless    claim.gold  because "gold card"
          then      deny v  reason TOO-MANY
          message   "{v.units} units are too many."

          test "three are denied"
            claim professional
              line 1: 99213 x3 on 2025-03-04
              fact gold no
            expect line 1 denied by MANY
        end

        edit HOME "Not at home"
          cite      "Policy 2"
          for each  line v
          when      v.place = 12 or (v.procedure = 99213 and v.units > 4)
          then      review v
        end

        """;

    public static async Task<ServedDesk> Start()
    {
        ServedDesk desk = await ServedDesk.Start();
        desk.Write("rules.edit", Rules);
        return desk;
    }

    /// <summary>A claim of one line.</summary>
    public static JsonElement Claim(string units = "3", string? more = null, string place = "11") => JsonDocument.Parse(
        $$"""{"id":"C1","type":"professional","receivedDate":"2025-03-20","patient":{"memberId":"M-77","birthDate":"1980-05-15"},"facts":{"gold":false},"lines":[{"number":1,"procedure":"99213","units":{{units}},"charge":140,"from":"2025-03-04","placeOfService":"{{place}}"{{more}}}]}""").RootElement;

    public static async Task<JsonElement> Ask(this ServedDesk desk, string path, object body)
    {
        (HttpStatusCode status, JsonElement said) = await desk.Post(path, body);
        return status == HttpStatusCode.OK ? said : throw new InvalidOperationException($"{status}: {said}");
    }

    public static string? Text(this JsonElement element, string member) => element.TryGetProperty(member, out JsonElement value) ? value.ToString() : null;

    public static JsonElement[] List(this JsonElement element, string member) => [.. element.GetProperty(member).EnumerateArray()];
}
