using System.IO.Compression;
using System.Text;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Batch;

/// <summary>Files as they come by mistake or malice: each is told with its place, nothing throws, and memory stays bounded.</summary>
public sealed class ExtremeFileTests : IDisposable
{
    // What reading any of them may allocate in all, collected or not.
    private const long MostBytes = 100_000_000;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Files => new()
    {
        { "elements.837", "0 of 1", "loop 2300, byte 773: error EDIT5003: A segment has more than 65536 bytes." },
        { "endless.837", "0 of 1", "loop 2300, byte 773: error EDIT5003: A segment has more than 65536 bytes." },
        { "endless.jsonl", "0 of 1", "line 1, byte 10000008, id: error EDIT5202: The JSON ends in the middle of a claim." },
        { "bomb.837.gz", "0 of 1", "loop 2300, byte 773: error EDIT5003: A segment has more than 65536 bytes." },
        { "bomb.zip", "0 of 0", "byte 0: error EDIT5305: The file holds no claims: it is a zip archive or a workbook, and begins with 50 4B 03 04." },
        { "book.837", "0 of 0", "byte 0: error EDIT5305: The file holds no claims: it is a zip archive or a workbook, and begins with 50 4B 03 04." },
        { "letter.837", "0 of 0", "byte 0: error EDIT5305: The file holds no claims: it is a PDF document, and begins with '%PDF-1.7'." },
        { "empty.837", "0 of 0", "byte 0: error EDIT5303: The file is empty." },
        { "release4010.837", "0 of 0", "ST03, byte 161: error EDIT5004: The transaction is in version '004010X098A1' and was not read: 1 claims." },
        { "status277.837", "0 of 0", "ST01, byte 161: error EDIT5005: The transaction set is '277' and was not read." },
        { "accepted999.837", "0 of 0", "ST01, byte 161: error EDIT5005: The transaction set is '999' and was not read." },
        { "isa.837", "0 of 0", "byte 106: error EDIT5011: The IEA segment that closes interchange '000000101' is missing." },
        { "half-isa.837", "0 of 0", "byte 0: error EDIT5002: The delimiters cannot be read from the ISA segment." },
        { "utf8.837", "1 of 1", "NM103, loop 2310B, byte 711: warning EDIT5046" },
        { "utf8.jsonl", "0 of 1", "line 1, byte 8: error EDIT5230: The byte C0 is no part of a UTF-8 character." },
        { "ahead.837", "1 of 1", "DTP03, loop 2400, byte 808: warning EDIT5060: The date of service '29990101' is after 2026-01-15" },
        { "damaged.837.gz", "20 of 20", "byte 18420: error EDIT5018: Reading stopped: " },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_is_told_with_its_place_in_bounded_memory(string name, string good, string told)
    {
        string file = _folder.Write(name, Bytes(name));
        long before = GC.GetAllocatedBytesForCurrentThread();
        using ClaimSources sources = new([file]);
        List<ReadClaim> claims = [];
        while (sources.Read() is ReadClaim read)
        {
            claims.Add(read);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        string[] problems = [.. claims.SelectMany(claim => claim.Problems).Concat(sources.FileProblems).Select(problem => problem.ToString())];
        Assert.True(problems.Any(problem => problem.StartsWith(file, StringComparison.Ordinal) && problem.Contains(told, StringComparison.Ordinal)), string.Join('\n', problems));
        Assert.Equal(good, $"{claims.Count(claim => claim.Claim is not null)} of {claims.Count}");
        Assert.Equal(claims.Count, Assert.Single(sources.Counts).Read);
    }

    [Fact]
    public void One_claim_number_on_twenty_thousand_claims_is_named_a_hundred_times()
    {
        string file = _folder.Write("same.jsonl", string.Concat(Enumerable.Repeat(ClaimSourcesTests.Claim("SAME") + "\n", 20_000)));
        using ClaimSources sources = new([file]);
        int claims = 0;
        int named = 0;
        while (sources.Read() is ReadClaim read)
        {
            claims++;
            named += read.Problems.Count(problem => problem.Id == "EDIT5306");
        }

        Assert.Equal((20_000, 100), (claims, named));
        Assert.Equal("19999 claims have an id that stands on an earlier claim of this batch; the first 100 were named.", Assert.Single(sources.FileProblems).Seen);
    }

    private static byte[] Bytes(string name) => name switch
    {
        "elements.837" => Broken("LX*1~", "REF*G1" + new string('*', 1_000_000) + "~\nLX*1~"),
        "endless.837" => [.. Broken("", "")[..773], .. Encoding.ASCII.GetBytes("NTE*ADD*" + new string('x', 10_000_000))],
        "endless.jsonl" => Encoding.ASCII.GetBytes("{\"id\":\"" + new string('x', 10_000_000)),
        "bomb.837.gz" => TemporaryFolder.Gzip(Broken("LX*1~", "NTE*ADD*" + new string('x', 200_000_000))),
        "bomb.zip" => Zip("claims.837", new byte[50_000_000]),
        "book.837" => Zip("[Content_Types].xml", "<Types/>"u8.ToArray()),
        "letter.837" => "%PDF-1.7\n%\u00E2\u00E3"u8.ToArray(),
        "empty.837" => [],
        "release4010.837" => Broken("005010X222A1", "004010X098A1"),
        "status277.837" => Broken("ST*837*0001*005010X222A1", "ST*277*0001*005010X214"),
        "accepted999.837" => Broken("ST*837*0001*005010X222A1", "ST*999*0001*005010X231A1"),
        "isa.837" => Broken("", "")[..106],
        "half-isa.837" => Broken("", "")[..60],
        "utf8.837" => Broken("TESTDOC", "TEST\u00FF\u00C0DOC"),
        "utf8.jsonl" => [.. "{\"id\":\""u8, 0xC0, 0xFF, .. "\"}\n"u8],
        "ahead.837" => Broken("20260105", "29990101"),
        "damaged.837.gz" => Damaged(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    // One byte for each sign: what is no ASCII is no UTF-8 either.
    private static byte[] Broken(string old, string changed)
    {
        string text = X12Samples.Text("snip/clean_837p.837");
        return Encoding.Latin1.GetBytes(old.Length == 0 ? text : text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open())
        {
            entry.Write(content);
        }

        return packed.ToArray();
    }

    // A whole file in its gzip member, and behind it one whose first block has a type that deflate does not know.
    private static byte[] Damaged() => [.. TemporaryFolder.Gzip([.. Enumerable.Range(0, 20).SelectMany(_ => Broken("", ""))]), 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 7, 7, 7, 7];
}
