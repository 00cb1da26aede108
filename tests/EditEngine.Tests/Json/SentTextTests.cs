using System.Text;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>Messages show little of what was sent: it may be a person's.</summary>
public sealed class SentTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("20240230", "20240230")]
    [InlineData("2024-05-02T14:30:00", "2024-05-02T1… and 7 more characters")]
    [InlineData("99213-25", "99213-25")]
    [InlineData("005010X222A1", "005010X222A1")]
    [InlineData("1234567890123", "123456789012… and 1 more character")]
    [InlineData("Kowalska, Maria Magdalena", "Kow… and 22 more characters")]
    [InlineData("MariaKowalska1970", "Mar… and 14 more characters")]
    [InlineData("4 Elm St", "4 E… and 5 more characters")]
    [InlineData("\u202eab\u200b\n\u0000", "\\u202Eab… and 3 more characters")]
    [InlineData("1\u202e2\u20663", "1\\u202E2\\u20663")]
    [InlineData("1\u00a02\u3164\ufe0f\u2800", "1\\u00A02… and 3 more characters")]
    [InlineData("1\U000E0041\u001b\u0085", "1\\U000E0041\\u001B\\u0085")]
    [InlineData("😀😀😀😀", "😀😀😀… and 1 more character")]
    [InlineData("Łódź", "Łód… and 1 more character")]
    public void A_value_is_shown_by_its_first_characters(string sent, string shown) => Assert.Equal(shown, SentText.Value(sent));

    [Theory]
    [InlineData("\"from\":\"*\"")]
    [InlineData("\"patient\":{\"birthDate\":\"*\"}")]
    [InlineData("\"patient\":{\"sex\":\"*\"}")]
    [InlineData("\"patient\":{\"missingTeeth\":\"*\"}")]
    [InlineData("\"patient\":\"*\"")]
    [InlineData("\"totalCharge\":\"*\"")]
    [InlineData("\"notes\":\"*\"")]
    [InlineData("\"notes\":[{\"text\":\"*\"}]")]
    [InlineData("\"diagnoses\":[{\"code\":\"A00\",\"type\":\"*\"}]")]
    [InlineData("\"history\":[{\"claimId\":\"H\",\"number\":1,\"status\":\"*\"}]")]
    [InlineData("\"history\":[{\"claimId\":\"H\",\"number\":1,\"status\":\"paid\",\"startTime\":\"*\"}]")]
    [InlineData("\"history\":[{\"claimId\":\"H\",\"number\":1,\"status\":\"paid\",\"name\":\"*\"}]")]
    [InlineData("\"codingRecord\":{\"suggestions\":[{\"code\":\"A\",\"reviewedAt\":\"*\"}]}")]
    [InlineData("\"facts\":{\"a\":[\"*\"]}")]
    public void No_message_of_a_claim_in_json_holds_a_name(string members)
    {
        foreach (string name in new[] { "Magdalena", "Magdalena Kowalska", "KOWALSKA 1970", "magdalena@example.org" })
        {
            ReadClaim read = JsonReading.With(members.Replace("*", name, StringComparison.Ordinal));
            Assert.NotEmpty(read.Problems);
            Assert.DoesNotContain(name[..5], string.Join('\n', read.Problems), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("\"patient\":{\"memberId\":123456789}", "The number 123… and 6 more characters stands here. What fits is text in double quotes. Write it in double quotes.")]
    [InlineData("\"billType\":131", "The number 131 stands here. What fits is text in double quotes. Write \"131\".")]
    [InlineData("\"totalCharge\":\"13.60\"", "A text stands here. What fits is a number without quotes. Write 13.60 without quotes.")]
    [InlineData("\"totalCharge\":\"1234567890123.60\"", "A text stands here. What fits is a number without quotes. Write it without quotes.")]
    [InlineData("\"patient\":{\"sex\":\"femal\\u202e\"}", "'fem… and 3 more characters' is not one of the words allowed here. They are F, M, U.")]
    [InlineData("\"patient\":{\"a\\u202eb\":1}", "'a\\u202Eb' is not a member here. Members here are memberId, birthDate, sex, missingTeeth.")]
    public void A_message_says_what_is_needed(string members, string message) => Assert.Equal(message, Assert.Single(JsonReading.With(members).Problems).Message);

    [Fact]
    public void No_message_of_a_claim_in_x12_holds_a_name_wherever_it_slipped_in()
    {
        foreach (string name in new[] { "MAGDALENA", "KOWALSKA MAGDALENA", "KOWALSKA 1970" })
        {
            foreach (string file in new[] { "snip/clean_837p.837", "snip/clean_837i_inpatient.837", "snip/clean_837d.837" })
            {
                string[] segments = X12Samples.Text(file).Split('~');
                for (int i = 0; i < segments.Length; i++)
                {
                    string[] elements = segments[i].Split('*');
                    for (int element = 1; element < elements.Length && !segments[i].Contains("ISA*", StringComparison.Ordinal); element++)
                    {
                        string[] changed = [.. elements];
                        changed[element] = name;
                        string said = Said(string.Join('~', segments.Select((segment, at) => at == i ? string.Join('*', changed) : segment)));
                        Assert.False(said.Contains(name[..5], StringComparison.Ordinal), $"{file}, {segments[i].Trim()}, element {element}: {said}");
                    }
                }
            }
        }
    }

    private static string Said(string text)
    {
        using X12ClaimReader reader = new(new MemoryStream(Encoding.ASCII.GetBytes(text)), "sent");
        StringBuilder said = new();
        while (reader.Read() is ReadClaim read)
        {
            said.AppendJoin('\n', read.Problems).Append('\n');
        }

        return said.AppendJoin('\n', reader.FileProblems).ToString();
    }
}
