using System.Text;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

public sealed class X12EnvelopeTests
{
    private const string Clean = "snip/clean_837p.837";

    public static TheoryData<string, byte[], string> NoX12Files => new()
    {
        { "nothing", [], "empty" },
        { "blanks", Encoding.ASCII.GetBytes(" \r\n \n"), "empty" },
        { "text", Encoding.ASCII.GetBytes("NOT AN 837 FILE"), "other text" },
        { "json", Encoding.ASCII.GetBytes("{\"id\": 1}"), "other text" },
        { "binary", [7, 1, 2, 3, 250, 0, 1, 17], "binary" },
        { "zip", [(byte)'P', (byte)'K', 3, 4, 20, 0], "a compressed file" },
        { "gzip", [0x1F, 0x8B, 8, 0], "a compressed file" },
        { "utf-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(X12Samples.Text(Clean))).ToArray(), "UTF-16 text" },
        { "utf-16 without mark", Encoding.Unicode.GetBytes(X12Samples.Text(Clean)), "UTF-16 text" },
        { "utf-16 big end first", Encoding.BigEndianUnicode.GetBytes(X12Samples.Text(Clean)), "UTF-16 text" },
    };

    [Theory]
    [MemberData(nameof(NoX12Files))]
    public void A_file_that_is_not_X12_gives_one_fault_that_says_what_it_is(string name, byte[] bytes, string appearance)
    {
        X12Reading reading = X12Samples.Read(bytes);
        Assert.Empty(reading.Claims);
        Diagnostic fault = Assert.Single(reading.FileProblems);
        Assert.Equal("EDIT5001", fault.Id);
        Assert.True(fault.Seen.Contains(appearance, StringComparison.Ordinal), $"{name}: {fault.Seen}");
    }

    [Theory]
    [InlineData("004010X098A1")]
    [InlineData("005010X222A9")]
    [InlineData("005010X299")]
    [InlineData("006020X323")]
    public void Another_version_is_refused_by_name_and_its_neighbour_read(string version)
    {
        string refused = X12Samples.Text(Clean).Replace("005010X222A1", version, StringComparison.Ordinal);
        X12Reading reading = X12Samples.Read(refused + Another());
        Assert.NotNull(Assert.Single(reading.Claims).Claim);
        Diagnostic fault = Assert.Single(reading.FileProblems);
        Assert.Equal("EDIT5004", fault.Id);
        Assert.Contains(version, fault.Seen, StringComparison.Ordinal);
        Assert.Contains("1 claims", fault.Seen, StringComparison.Ordinal);
        Assert.Contains("005010X222", fault.Fits, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_in_small_letters_are_told_as_such()
    {
        string text = X12Samples.Text(Clean).Replace("GS*", "gs*", StringComparison.Ordinal).Replace("ST*837", "st*837", StringComparison.Ordinal);
        Diagnostic first = X12Samples.Read(text).FileProblems[0];
        Assert.Equal("EDIT5020", first.Id);
    }

    [Fact]
    public void Interchanges_with_other_delimiters_follow_each_other()
    {
        string text = string.Concat(new[] { Clean, "snip/clean_other_delimiters.837", "snip/clean_newline_terminator.837", "snip/clean_no_newlines.837", "snip/clean_837d.837" }
            .Select((name, number) => X12Samples.Text(name).Replace("000000101", $"00000010{number}", StringComparison.Ordinal)));
        X12Reading reading = X12Samples.Read(text);
        Assert.Empty(reading.Problems);
        Assert.Equal(5, reading.Claims.Count(claim => claim.Claim is not null));
    }

    [Fact]
    public void A_last_trailer_without_terminator_does_not_swallow_the_next_file()
    {
        string text = X12Samples.Text(Clean);
        X12Reading reading = X12Samples.Read(text.TrimEnd('\n', '~') + "\n" + Another());
        Assert.Equal(2, reading.Claims.Count(claim => claim.Claim is not null));
        Assert.Equal("EDIT5015", Assert.Single(reading.Problems).Id);
    }

    [Fact]
    public void Indentation_line_ends_and_padding_are_no_data()
    {
        string text = X12Samples.Text(Clean);
        X12Reading reading = X12Samples.Read("\r\n" + text.Replace("~\n", "~\r\n\t  ", StringComparison.Ordinal) + "\0\0\x1A");
        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Single);
    }

    [Theory]
    [InlineData("T*:~", "T*A~", "EDIT5002")]
    [InlineData("T*:~", "T**~", "EDIT5002")]
    public void An_ISA_whose_delimiters_cannot_work_is_a_fault_and_the_next_interchange_is_read(string old, string changed, string id)
    {
        string text = X12Samples.Text(Clean);
        X12Reading reading = X12Samples.Read(text.Replace(old, changed, StringComparison.Ordinal) + text);
        Assert.Equal(id, Assert.Single(reading.FileProblems).Id);
        Assert.NotNull(reading.Single);
    }

    [Fact]
    public void An_ISA_that_lost_its_blanks_is_read_and_does_not_conform()
    {
        X12Reading reading = X12Samples.Read(X12Samples.Text(Clean).Replace("SUB001         *", "SUB001*", StringComparison.Ordinal));
        Assert.Equal("EDIT5071", Assert.Single(reading.Problems).Id);
        Assert.NotNull(reading.Single);
        Assert.False(Assert.Single(reading.Claims).Conforms);
    }

    [Fact]
    public void The_same_interchange_twice_is_told_and_its_claims_do_not_conform()
    {
        string text = X12Samples.Text(Clean);
        X12Reading reading = X12Samples.Read(text + text + Another());
        Assert.Equal("EDIT5080", Assert.Single(reading.Problems).Id);
        Assert.Equal([true, false, true], reading.Claims.Select(claim => claim.Conforms));
    }

    private static string Another() => X12Samples.Text(Clean).Replace("000000101", "000000102", StringComparison.Ordinal);

    [Fact]
    public void A_segment_without_end_is_passed_over_in_bounded_memory()
    {
        string text = X12Samples.Text(Clean);
        string endless = "NTE*ADD*" + new string('x', SegmentSource.MaxSegmentBytes) + "~\nLX*1~";
        X12Reading reading = X12Samples.Read(text.Replace("LX*1~", endless, StringComparison.Ordinal));
        Assert.Equal("EDIT5003", Assert.Single(Assert.Single(reading.Claims).Problems).Id);
    }

    [Fact]
    public void A_segment_of_very_many_elements_is_a_fault()
    {
        string text = X12Samples.Text(Clean);
        X12Reading reading = X12Samples.Read(text.Replace("LX*1~", "REF*G1" + new string('*', 60_000) + "~\nLX*1~", StringComparison.Ordinal));
        Assert.Equal("EDIT5040", Assert.Single(Assert.Single(reading.Claims).Problems).Id);
    }

    [Fact]
    public void A_claim_of_very_many_segments_is_a_fault_told_once_and_its_neighbours_are_read()
    {
        string text = X12Samples.Text(Clean);
        string many = string.Concat(Enumerable.Repeat("NTE*ADD*X~\n", X12ClaimReader.MaxClaimSegments));
        X12Reading reading = X12Samples.Read(text.Replace("HI*", many + "HI*", StringComparison.Ordinal) + text);
        Assert.Contains(reading.Claims[0].Problems, problem => problem.Id == "EDIT5034");
        Assert.Null(reading.Claims[0].Claim);
        Assert.NotNull(reading.Claims[1].Claim);
    }

    [Fact]
    public void File_problems_stop_at_a_thousand()
    {
        string text = X12Samples.Text(Clean).Replace("GE*1", string.Concat(Enumerable.Repeat("NTE*ADD~\n", 5000)) + "GE*1", StringComparison.Ordinal);
        X12Reading reading = X12Samples.Read(text);
        Assert.Equal(1001, reading.FileProblems.Length);
        Assert.Equal("EDIT5017", reading.FileProblems[^1].Id);
        Assert.Equal("The file has 5000 problems; the first 1000 of them are listed.", reading.FileProblems[^1].Seen);
    }

    [Fact]
    public void Problems_of_a_claim_stop_at_two_hundred_and_an_error_is_never_left_out()
    {
        string many = string.Concat(Enumerable.Repeat("DMG*D8*20000101*F~\n", 300));
        X12Reading warned = X12Samples.Read(X12Samples.Text(Clean).Replace("LX*2", many + "LX*2", StringComparison.Ordinal).Replace("SE*29", "SE*329", StringComparison.Ordinal));
        Assert.NotNull(warned.Single);
        Assert.Equal([.. Enumerable.Repeat("EDIT5023", 200), "EDIT5019"], warned.Problems.Select(problem => problem.Id));
        X12Reading refused = X12Samples.Read(X12Samples.Text(Clean).Replace("LX*2", many + "LX*7", StringComparison.Ordinal).Replace("SE*29", "SE*329", StringComparison.Ordinal));
        Assert.Null(Assert.Single(refused.Claims).Claim);
        Assert.Equal([.. Enumerable.Repeat("EDIT5023", 200), "EDIT5019", "EDIT5030"], refused.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void A_date_ahead_is_told_once_a_claim_and_refuses_none()
    {
        X12Reading reading = X12Samples.Read(X12Samples.Text(Clean).Replace("D8*20260105", "D8*29990101", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2999, 1, 1), reading.Single.Lines[1].From);
        Diagnostic told = Assert.Single(reading.Problems);
        Assert.Equal("The date of service '29990101' is after 2026-01-15, on which the transaction was made (BHT04).", told.Seen);
        Assert.Equal("29990101", Assert.IsType<X12Place>(told.Place).Value);
    }

    [Fact]
    public void A_stream_that_gives_a_byte_at_a_time_reads_the_same()
    {
        byte[] bytes = X12Samples.Bytes("snip/clean_cob_secondary.837");
        X12Reading slow = X12Samples.Read(new ByteByByte(bytes));
        X12Reading fast = X12Samples.Read(bytes);
        Assert.Equal(fast.Claims[0].Place, slow.Claims[0].Place);
        Assert.Equal(fast.Single.Lines[1].OtherPayers[0].DecisionDate, slow.Single.Lines[1].OtherPayers[0].DecisionDate);
    }

    private sealed class ByteByByte(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
