using System.Collections.Immutable;
using System.Text;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using Xunit;

namespace EditEngine.Tests.Batch;

public sealed class ClaimSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_claim_files_in_ordinal_order()
    {
        foreach (string name in new[] { "b.jsonl", "a.JSON", "B.txt", "sub/c.x12", "d.837.gz", "e.edi", "f.837i", "notes.md", ".hidden.json", "table.csv" })
        {
            _folder.Write(name, "");
        }

        using ClaimSources sources = new([_folder.Path, Path.Combine(_folder.Path, "b.jsonl")]);
        Assert.Equal(["B.txt", "a.JSON", "b.jsonl", "d.837.gz", "e.edi", "f.837i", "sub/c.x12"], sources.Files.Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/')));
        Assert.Empty(sources.FileProblems);
    }

    [Fact]
    public void An_interchange_by_another_name_is_not_lost_without_a_word()
    {
        _folder.Write("a.837", "");
        string other = _folder.Write("claims.dat", "ISA*00*");
        _folder.Write("readme.md", "IS");
        using ClaimSources sources = new([_folder.Path]);
        Assert.Equal("a.837", Path.GetFileName(Assert.Single(sources.Files)));
        Diagnostic told = Assert.Single(sources.FileProblems);
        Assert.Equal(("EDIT5311", other), (told.Id, told.Place?.ToString()));
    }

    [Fact]
    public void Files_are_told_by_content_and_read_is_good_and_bad()
    {
        byte[] two = Encoding.UTF8.GetBytes($"{Claim("A")}\n{{}}\n");
        string[] files =
        [
            _folder.Write("1.txt", two),
            _folder.Write("2.edi", TemporaryFolder.Gzip(two)),
            _folder.Write("3.json", $"broken\n{Claim("B")}\n"),
            _folder.Write("4.jsonl", "\uFEFF ISA*00*"),
        ];
        using ClaimSources sources = new(files, (stream, name) => new OneClaim(stream, name));
        List<ReadClaim> claims = ReadAll(sources);
        Assert.Equal([new(files[0], 1, 1), new(files[1], 1, 1), new(files[2], 1, 1), new FileCount(files[3], 1, 0)], sources.Counts);
        Assert.Equal(7, claims.Count);
        Assert.Equal(claims.Count, sources.Counts.Sum(count => count.Read));
        Assert.Empty(sources.FileProblems);
    }

    public static TheoryData<string, byte[], string> OtherFiles => new()
    {
        { "empty.jsonl", [], "byte 0: error EDIT5303: The file is empty. See whether its export was complete." },
        { "blank.jsonl", " \r\n"u8.ToArray(), "byte 0: error EDIT5303" },
        { "empty.json.gz", TemporaryFolder.Gzip([]), "byte 0: error EDIT5303" },
        { "mue.csv", "code,limit\n99213,1\n"u8.ToArray(), "byte 0: error EDIT5305: The file holds no claims: it looks like a table with columns, and begins with 'cod'." },
        { "mue.table", "EDITTABL\0\0"u8.ToArray(), "byte 0: error EDIT5305: The file holds no claims: it is a table made from CMS files, and begins with 'EDI'." },
        { "book.xlsx", "PK\u0003\u0004"u8.ToArray(), "byte 0: error EDIT5305: The file holds no claims: it is a zip archive or a workbook, and begins with 50 4B 03 04. Claims are JSON" },
        { "prose.txt", "Dear payer"u8.ToArray(), "byte 0: error EDIT5305: The file holds no claims: it is other text, and begins with 'Dea'. Claims are JSON" },
        { "twice.json.gz", TemporaryFolder.Gzip(TemporaryFolder.Gzip([1])), "byte 0: error EDIT5305: The file holds no claims: it is compressed twice, and begins with 1F 8B 08 00." },
        { "letter.837", "%PDF-1.7\n%\u00E2"u8.ToArray(), "byte 0: error EDIT5305: The file holds no claims: it is a PDF document, and begins with '%PDF-1.7'." },
        { "broken.json.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], "error EDIT5304" },
        { "utf16.json", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray(), "byte 0: error EDIT5232" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles), DisableDiscoveryEnumeration = true)]
    public void A_file_without_claims_says_what_it_is(string name, byte[] bytes, string expected)
    {
        string file = _folder.Write(name, bytes);
        using ClaimSources sources = new([file, _folder.Write("good.jsonl", Claim("A"))]);
        Assert.Single(ReadAll(sources));
        Assert.StartsWith($"{file}: {expected}", Assert.Single(sources.FileProblems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leads_nowhere_names_a_near_one()
    {
        string file = _folder.Write("claims.jsonl", Claim("A"));
        string slip = file.Replace("claims", "cliams", StringComparison.Ordinal);
        using ClaimSources sources = new([slip, "", Path.Combine(_folder.Path, "no", "where.json")]);
        Assert.Equal(["EDIT5301", "EDIT5301", "EDIT5301"], sources.FileProblems.Select(problem => problem.Id));
        Assert.Equal($"There is no file or folder '{slip}'. Did you mean '{file}'?", sources.FileProblems[0].Message);
    }

    [Fact]
    public void A_folder_without_claims_says_so()
    {
        _folder.Write("notes.md", "x");
        using ClaimSources sources = new([_folder.Path]);
        Assert.Equal("EDIT5302", Assert.Single(sources.FileProblems).Id);
        Assert.Empty(ReadAll(sources));
    }

    [Fact]
    public void Ids_given_twice_are_named_a_hundred_times_and_counted_always()
    {
        string first = _folder.Write("1.jsonl", string.Join('\n', Enumerable.Range(0, 150).Select(i => Claim($"C{i}"))));
        string second = _folder.Write("2.jsonl", string.Join('\n', Enumerable.Range(20, 150).Select(i => Claim($"C{i}"))));
        using ClaimSources sources = new([first, second]);
        List<ReadClaim> claims = ReadAll(sources);
        Assert.All(claims, claim => Assert.NotNull(claim.Claim));
        ImmutableArray<Diagnostic> warnings = [.. claims.SelectMany(claim => claim.Problems)];
        Assert.Equal(100, warnings.Length);
        Assert.Equal($"{second}: line 1: warning EDIT5306: The claim id 'C20' stands on an earlier claim of this batch too. Both are decided. Take one out if it was sent twice.", warnings[0].ToString());
        Assert.Equal(130, sources.RepeatedIds);
        Assert.Equal("130 claims have an id that stands on an earlier claim of this batch; the first 100 were named.", Assert.Single(sources.FileProblems).Message);
        Assert.Null(sources.Read());
        Assert.Single(sources.FileProblems);
    }

    [Fact]
    public void A_file_that_swells_when_unpacked_stays_small_in_memory()
    {
        byte[] swollen = new byte[80_000_000];
        Array.Fill(swollen, (byte)'x');
        byte[] bomb = TemporaryFolder.Gzip([.. "{\"id\":\""u8, .. swollen]);
        string file = _folder.Write("bomb.json.gz", [.. bomb, .. TemporaryFolder.Gzip(Encoding.UTF8.GetBytes("\n" + Claim("A")))]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using ClaimSources sources = new([file]);
        List<ReadClaim> claims = ReadAll(sources);
        Assert.Equal(["EDIT5231"], claims[0].Problems.Select(problem => problem.Id));
        Assert.NotNull(claims[1].Claim);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 250_000_000);
    }

    internal static string Claim(string id) => $$"""{"id":"{{id}}","type":"dental","lines":[{"number":1}]}""";

    private static List<ReadClaim> ReadAll(ClaimSources sources)
    {
        List<ReadClaim> claims = [];
        while (sources.Read() is ReadClaim read)
        {
            claims.Add(read);
        }

        return claims;
    }

    /// <summary>Stands in for the reader of X12.</summary>
    private sealed class OneClaim(Stream stream, string file) : IClaimReader
    {
        private bool _isRead;

        public ImmutableArray<Diagnostic> FileProblems => [];

        public ReadClaim? Read()
        {
            if (_isRead)
            {
                return null;
            }

            _isRead = true;
            Assert.Contains("ISA", new StreamReader(stream).ReadToEnd(), StringComparison.Ordinal);
            return new ReadClaim(new Claims.Claim { Id = "X", Type = Claims.ClaimType.Dental, Lines = [] }, "X", new FilePlace(file), []);
        }

        public void Dispose() => stream.Dispose();
    }
}
