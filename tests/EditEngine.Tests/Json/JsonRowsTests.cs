using System.Buffers;
using System.Text;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Tests.Batch;
using EditEngine.Tests.Docs;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>A text that is read as a row says what the parser says of it, and no problem; one that is not leaves nothing behind.</summary>
public sealed class JsonRowsTests(ITestOutputHelper output)
{
    private const string Least = """{"id":"A","type":"dental","lines":[{"number":1}]}""";

    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 20_000;

    [Fact]
    public void Reads_every_sample_alike()
    {
        Compared compared = new();
        foreach (byte[] text in Texts().Concat(Enumerable.Range(0, 300).Select(RandomClaims.Line)))
        {
            compared.Compare(text.AsSpan().TrimEnd((byte)'\n').ToArray());
        }

        output.WriteLine($"{compared.Rows} of {compared.Texts} claims were rows");
        Assert.InRange(compared.Rows, 100, compared.Texts);
    }

    [Fact]
    public void Reads_thousands_of_broken_claims_alike()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] texts = [.. Texts()];
        Compared compared = new();
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] broken = JsonMutations.Of(texts[random.Next(texts.Length)], texts[random.Next(texts.Length)], random);
            try
            {
                compared.Compare(broken.AsSpan().TrimEnd((byte)'\n').ToArray());
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
            {
                throw new InvalidOperationException($"seed {seed + round}:\n{Encoding.Latin1.GetString(broken)}", failure);
            }
        }

        output.WriteLine($"{compared.Rows} of {compared.Texts} claims were rows");
        Assert.True(compared.Rows > 0);
    }

    [Theory]
    [InlineData(Least)]
    [InlineData(""" { "lines" : [ { "number" : 1 , "units" : 1.50 , "charge" : 10.10 } , { "number" : 7 } ] , "id" : "A" , "type" : "professional" } """)]
    [InlineData("""{"id":"b Ä","type":"institutional","billType":"0131","payer":null,"lines":[{"number":1,"modifiers":[],"diagnosisPointers":[],"procedure":null}],"diagnoses":[],"frequency":null}""")]
    [InlineData("""{"id":"A","type":"dental","accident":"auto","accidentState":"IL","accidentDate":"2024-02-29","predetermination":true,"patient":{"sex":"F","missingTeeth":["1","32"]},"lines":[{"number":1,"tooth":"3","teeth":[{"tooth":"3","surfaces":["M","O"]}],"surfaces":["M","O"],"quadrant":"10","areas":["10","20"],"prosthesis":"initial","startTime":"08:30","endTime":"23:59","ndc":{"code":"00002143380","quantity":2,"unit":"ML"},"emergency":false}]}""")]
    [InlineData("""{"id":"A","type":"professional","lines":[{"number":1,"from":"2024-01-01","through":"1999-12-31"},{"number":2,"from":"2024-01-01"}],"billing":{"npi":"1"},"rendering":{"npi":"1"},"otherPayers":[{"payer":"X","paidAmount":-0.5,"adjustments":[{"group":"CO","reason":"45","amount":1.1,"quantity":-2}],"modifiers":["25"]}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"units":null},{"units":1,"number":2},{"number":3,"modifiers":["25"],"units":2},{"number":4,"units":3,"modifiers":["25"]}],"diagnoses":[{"code":"J30.2"},{"code":"J302"},{"code":"T36.0X1A"}],"payer":null}""")]
    public void Plain_claims_are_rows(string text)
    {
        Compared compared = new();
        compared.Compare(Encoding.UTF8.GetBytes(text));
        Assert.Equal(1, compared.Rows);
    }

    [Theory]
    [InlineData("""{"id":"A","id":"B","type":"dental","lines":[{"number":1}]}""")]
    [InlineData("""{"id":"A\u0041","type":"dental","lines":[{"number":1}]}""")]
    [InlineData("""{"id":"","type":"dental","lines":[{"number":1}]}""")]
    [InlineData("""{"id":" ","type":"dental","lines":[{"number":1}]}""")]
    [InlineData("""{"id":"A","type":"other","lines":[{"number":1}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":2},{"number":1}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1e0}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":01}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"charge":1.005}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"charge":10000000000000}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"units":1.}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"units":123456789012345678}]}""")]
    [InlineData("""{"id":"A","type":"institutional","lines":[{"number":1,"revenueCode":"0022","procedure":"AAB10"}]}""")]
    [InlineData("""{"id":"A","type":"institutional","lines":[{"number":1,"revenueCode":"22"}]}""")]
    [InlineData("""{"id":"A","type":"professional","lines":[{"number":1,"modifiers":["1A","2A","3A","4A","5A"]}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"tooth":"01"}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],"history":[]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}]},""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}]""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],"diagnoses":[{"type":"principal"}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"from":"2024-02-30"}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1,"units"}]}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],"history"}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],"billing":{}}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],"payer":nul}""")]
    [InlineData("""{"id":"A","type":"dental","lines":[{"number":1}],"diagnoses":[{"code":"J30."}]}""")]
    public void What_is_not_plain_is_left(string text)
    {
        Compared compared = new();
        compared.Compare(Encoding.UTF8.GetBytes(text));
        Assert.Equal(0, compared.Rows);
    }

    [Fact]
    public void Rows_and_others_come_in_the_order_of_the_file()
    {
        string[] lines = [.. Enumerable.Range(1, 2_000).Select(n => (n % 7) switch { 0 => "{", 3 => Least.Replace("\"A\"", $"\"\\u0041{n}\"", StringComparison.Ordinal), _ => Least.Replace("\"A\"", $"\"A{n}\"", StringComparison.Ordinal) })];
        byte[] file = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        List<string> expected = [.. lines.Select((line, i) => $"{ClaimJson.Parse(Encoding.UTF8.GetBytes(line)).Id} on {i + 1}")];
        using JsonClaimReader reader = new(new MemoryStream(file), "file");
        List<string> seen = [];
        ClaimBatch batch = new();
        while (((IBatchReader)reader).Fill(batch))
        {
            seen.AddRange(Enumerable.Range(0, batch.Entries.Count).Select(i => batch.Read(i)).Select(read => $"{read.Id} on {((JsonPlace)read.Place).Line}"));
        }

        Assert.Equal(expected, seen);
    }

    private static IEnumerable<byte[]> Texts()
    {
        foreach (byte[] text in Lines(File.ReadAllBytes(Repository.PathOf("samples/claims/members.jsonl"))))
        {
            yield return text;
        }

        using ClaimWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        IEnumerable<byte[]> interchanges = [.. X12Samples.Names("*.*").Select(X12Samples.Bytes), .. X12MadeFiles.All(subscribers: 12, seed: 3).Select(file => file.Bytes)];
        foreach (byte[] interchange in interchanges)
        {
            using X12ClaimReader reader = new(new MemoryStream(interchange), "file");
            while (reader.Read() is ReadClaim read)
            {
                if (read.Claim is not null)
                {
                    line.ResetWrittenCount();
                    writer.Write(read.Claim, line);
                    yield return line.WrittenSpan.TrimEnd((byte)'\n').ToArray();
                }
            }
        }

        if (Environment.GetEnvironmentVariable("EDITS_JSON_FILES") is string folder)
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                foreach (byte[] text in Lines(File.ReadAllBytes(path)))
                {
                    yield return text;
                }
            }
        }
    }

    private static IEnumerable<byte[]> Lines(byte[] file) => Encoding.Latin1.GetString(file).Split('\n').Where(text => text.Trim().Length > 0).Select(Encoding.Latin1.GetBytes);

    /// <summary>One batch that is used again and again, as a run does.</summary>
    private sealed class Compared
    {
        private const int MostEntries = 100;

        private readonly ClaimBatch _batch = new() { PlaceOf = static (in ClaimRow row) => new JsonPlace("file", row.Number, null, null) };
        private readonly JsonRows _rows = new();

        public Compared() => _rows.Begin(_batch);

        public long Rows { get; private set; }

        public long Texts { get; private set; }

        public void Compare(byte[] text)
        {
            Texts++;
            if (_batch.Entries.Count == MostEntries)
            {
                _batch.Clear();
                _rows.Begin(_batch);
            }

            BatchMark before = _batch.Mark();
            int entries = _batch.Entries.Count;
            if (!_rows.TryRead(text, 1))
            {
                Assert.Equal((before, entries), (_batch.Mark(), _batch.Entries.Count));
                return;
            }

            Rows++;
            Assert.Equal(entries + 1, _batch.Entries.Count);
            string expected = RecordText.Of(ClaimJson.Parse(text, "file"));
            string seen = RecordText.OfRead(_batch.Read(entries));
            Assert.True(expected == seen, $"{Encoding.UTF8.GetString(text)}\nparsed: {expected}\nby rows: {seen}");
        }
    }
}
