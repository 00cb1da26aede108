using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>One claim in memory, and claims that come slowly.</summary>
public sealed class ClaimJsonTests
{
    // As many clinics send: one line, one line of history. 968 bytes.
    private const string Usual =
        """{"id":"CLM-2001","type":"professional","payer":"ACME","lineOfBusiness":"commercial","contract":"STD","receivedDate":"2025-03-20","processedDate":"2025-03-25","frequency":"1","from":"2025-03-04","through":"2025-03-04","totalCharge":180,"""
        + """ "patient":{"memberId":"ACM000201","birthDate":"1984-06-01","sex":"M"},"billing":{"npi":"1234567893","taxId":"990000001","specialty":"08","type":"physician"},"rendering":{"npi":"1003000126","taxId":"990000001","specialty":"08"},"""
        + """ "diagnoses":[{"code":"Z00.00"}],"lines":[{"number":1,"procedure":"99203","modifiers":[],"units":1,"charge":180,"from":"2025-03-04","placeOfService":"11","diagnosisPointers":[1]}],"""
        + """ "history":[{"claimId":"CLM-0417","number":1,"claimType":"professional","status":"paid","procedure":"99213","units":1,"paidUnits":1,"charge":140,"from":"2023-11-20","placeOfService":"11","""
        + """ "billing":{"npi":"1234567893","taxId":"990000001","specialty":"08"},"rendering":{"npi":"1003000126","taxId":"990000001","specialty":"08"}}]}""";

    [Fact]
    public void A_claim_of_a_kilobyte_takes_at_most_four()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Usual);
        Assert.InRange(utf8.Length, 950, 1050);
        for (int i = 0; i < 50; i++)
        {
            Assert.NotNull(ClaimJson.Parse(utf8).Claim);
        }

        // The runtime itself may take memory now and then: of some rounds the least.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ClaimJson.Parse(utf8);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, 4096);
    }

    [Fact]
    public void A_claim_in_memory_is_the_claim_of_a_file()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            byte[] line = RandomClaims.Line(seed);
            ReadClaim read = Assert.Single(JsonReading.Read(line).Claims);
            ReadClaim parsed = ClaimJson.Parse(line, "claims.jsonl");
            Assert.Null(RandomClaims.Difference(Assert.IsType<Claim>(read.Claim), Assert.IsType<Claim>(parsed.Claim)));
            Assert.Equal((read.Id, read.Place), (parsed.Id, parsed.Place));
            Assert.Equal(read.Problems, parsed.Problems);
        }
    }

    [Theory]
    [InlineData("", "EDIT5202", 1L)]
    [InlineData(" \n ", "EDIT5202", 2L)]
    [InlineData("[]", "EDIT5203", 1L)]
    [InlineData("{\"id\":\"A\",\n\"type\":\"dental\",\n\"lines\":[{\"number\":0}]}", "EDIT5213", 3L)]
    public void What_is_no_claim_is_told_with_its_line(string text, string id, long line)
    {
        ReadClaim read = ClaimJson.Parse(Encoding.UTF8.GetBytes(text), "request");
        Assert.Null(read.Claim);
        JsonPlace place = Assert.IsType<JsonPlace>(read.Problems[0].Place);
        Assert.Equal((id, "request", line), (read.Problems[0].Id, place.File, place.Line));
    }

    [Fact]
    public void A_claim_printed_over_lines_and_one_behind_a_byte_order_mark_are_read()
    {
        Assert.Equal("A", JsonReading.Good(ClaimJson.Parse(Encoding.UTF8.GetBytes("\uFEFF" + JsonReading.Smallest.Replace(",", ",\n", StringComparison.Ordinal) + "\n"))).Id);
        Assert.NotEmpty(ClaimJson.Parse([0xFF, 0xFE, (byte)'{', 0]).Problems);
    }

    [Fact]
    public void Many_threads_may_parse_at_once()
    {
        byte[][] lines = [.. Enumerable.Range(0, 16).Select(RandomClaims.Line), Encoding.UTF8.GetBytes("{\"id\":3}")];
        string?[] ids = [.. lines.Select(line => ClaimJson.Parse(line).Id)];
        Parallel.For(0, 2_000, i => Assert.Equal(ids[i % lines.Length], ClaimJson.Parse(lines[i % lines.Length]).Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task A_stream_is_read_without_holding_a_thread(int step)
    {
        (byte[] text, List<ReadClaim> expected, ImmutableArray<Diagnostic> problems) = Several();
        using JsonClaimReader reader = new(new AsyncOnlyStream(text, step), "claims.jsonl");
        List<ReadClaim> read = [];
        await foreach (ReadClaim claim in reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read.Add(claim);
        }

        AssertSame(expected, read);
        Assert.Equal(problems, reader.FileProblems);
        Assert.Null(await reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public async Task A_pipe_is_read_as_its_writer_fills_it(int step)
    {
        (byte[] text, List<ReadClaim> expected, ImmutableArray<Diagnostic> problems) = Several();
        Pipe pipe = new();
        Task writing = Task.Run(async () =>
        {
            for (int at = 0; at < text.Length; at += step)
            {
                await pipe.Writer.WriteAsync(text.AsMemory(at, Math.Min(step, text.Length - at)));
            }

            await pipe.Writer.CompleteAsync();
        }, TestContext.Current.CancellationToken);
        using JsonClaimReader reader = new(pipe.Reader, "claims.jsonl");
        List<ReadClaim> read = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is ReadClaim claim)
        {
            read.Add(claim);
        }

        await writing;
        AssertSame(expected, read);
        Assert.Equal(problems, reader.FileProblems);
    }

    [Fact]
    public async Task A_reading_that_was_stopped_goes_on_where_it_was()
    {
        Pipe pipe = new();
        using JsonClaimReader reader = new(pipe.Reader, "claims.jsonl");
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(JsonReading.Smallest[..10]), TestContext.Current.CancellationToken);
        using CancellationTokenSource stop = new();
        Task<ReadClaim?> waiting = reader.ReadAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(JsonReading.Smallest[10..]), TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        Assert.Equal("A", JsonReading.Good(Assert.IsType<ReadClaim>(await reader.ReadAsync(TestContext.Current.CancellationToken))).Id);
    }

    private static (byte[] Text, List<ReadClaim> Claims, ImmutableArray<Diagnostic> Problems) Several()
    {
        byte[] text = [.. Enumerable.Range(0, 12).SelectMany(RandomClaims.Line), .. "{\"id\":\n\n"u8, .. RandomClaims.Line(99)];
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read(text);
        return (text, claims, problems);
    }

    private static void AssertSame(List<ReadClaim> expected, List<ReadClaim> read)
    {
        Assert.Equal(expected.Select(one => (one.Id, one.Place, one.Claim is null)), read.Select(one => (one.Id, one.Place, one.Claim is null)));
        Assert.Equal(expected.SelectMany(one => one.Problems), read.SelectMany(one => one.Problems));
    }

    /// <summary>Bytes that come a few at a time, and only to those who wait without a thread.</summary>
    private sealed class AsyncOnlyStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            int count = Math.Min(Math.Min(buffer.Length, step), (int)(Length - Position));
            ToArray().AsSpan((int)Position, count).CopyTo(buffer.Span);
            Position += count;
            return count;
        }
    }
}
