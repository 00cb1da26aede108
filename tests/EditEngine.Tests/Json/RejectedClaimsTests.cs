using System.IO.Pipes;
using System.Text.Json;
using EditEngine.Outcomes;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>What an acknowledgement says of claims whose envelope is found rejected only after they were written.</summary>
public sealed class RejectedClaimsTests
{
    // Two groups: the first of two transactions with claims A and B, the second of one with claim C.
    private static readonly string[] Whole = [Isa, Gs(1), .. Transaction(1, "A"), .. Transaction(2, "B"), "GE*2*1", Gs(2), .. Transaction(3, "C"), "GE*1*2", "IEA*2*000000101"];

    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "SE*29*0002", "SE*28*0002", "A accepted A2, B rejected A3, C accepted A2", "accepted accepted accepted rejected accepted accepted" },
        { "SE*29*0001", "SE*29*0009", "A rejected A3, B accepted A2, C accepted A2", "accepted accepted rejected accepted accepted accepted" },
        { "SE*29*0001", "", "A rejected A3, B accepted A2, C accepted A2", "accepted accepted rejected accepted accepted accepted" },
        { "SE*29*0002", "SE*29*0002~\nREF*EA*1", "A rejected A3, B rejected A3, C accepted A2", "accepted rejected accepted accepted accepted accepted" },
        { "GE*2*1", "GE*3*1", "A rejected A3, B rejected A3, C accepted A2", "accepted rejected accepted accepted accepted accepted" },
        { "GE*2*1", "", "A rejected A3, B rejected A3, C accepted A2", "accepted rejected accepted accepted accepted accepted" },
        { "GE*1*2", "GE*1*1", "A accepted A2, B accepted A2, C rejected A3", "accepted accepted accepted accepted rejected accepted" },
        { "IEA*2*000000101", "IEA*2*000000102", "A rejected A3, B rejected A3, C rejected A3", "rejected accepted accepted accepted accepted accepted" },
        { "IEA*2*000000101", "", "A rejected A3, B rejected A3, C rejected A3", "rejected accepted accepted accepted accepted accepted" },
        { "IEA*2*000000101", "IEA*1*000000101", "A rejected A3, B rejected A3, C rejected A3", "rejected accepted accepted accepted accepted accepted" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_claim_is_rejected_with_what_is_around_it_and_its_neighbours_are_not(string old, string changed, string claims, string envelopes)
    {
        string[] broken = [.. Whole.Select(segment => segment == old ? changed : segment).Where(segment => segment.Length > 0)];
        JsonElement answer = Answers.Parse(Answers.Of([new("broken", Text(broken)), new("whole", Text(Whole))]));
        Assert.Equal($"{claims}, A accepted A2, B accepted A2, C accepted A2", string.Join(", ", Answers.Rows(answer, "claims", "claim", "status", "category")));
        string all = string.Join(' ', Enumerable.Repeat("accepted", Whole.Count(segment => segment[..2] is "IS" or "GS" or "ST")));
        Assert.Equal($"{envelopes} {all}", string.Join(' ', Answers.Rows(answer, "envelopes", "status")));
    }

    [Fact]
    public void What_an_edit_refused_stays_refused_by_it()
    {
        Finding reject = new() { Edit = "E1", Level = FindingLevel.Claim, Action = EditAction.Reject, State = FindingState.Active };
        JsonElement answer = Answers.Parse(Answers.Of(
            [new("broken", Text(Whole).Replace("IEA*2", "IEA*1", StringComparison.Ordinal))], claim => claim.Result(claim.Id == "B" ? reject : null)));
        Assert.Equal(["A rejected A3", "B rejected A7", "C rejected A3"], Answers.Rows(answer, "claims", "claim", "status", "category"));
    }

    [Fact]
    public void Very_many_claims_are_rejected_and_no_text_that_looks_like_a_member_is_touched()
    {
        const string Id = "\"status\":\"accepted\",\"category\":\"A2";
        string claims = string.Concat(Enumerable.Range(0, 2_000).Select(number => Subscriber(number) + Claim(number % 7 == 0 ? Id : $"P{number}")));
        string text = Text([Isa, Gs(1), "*CLAIMS*", "GE*1*1", "IEA*9*000000101"]).Replace("*CLAIMS*~\n", Head(1) + claims + $"SE*{19 + (10 * 2_000) + (7 * 19)}*0001~\n", StringComparison.Ordinal);
        JsonElement taken = Answers.Parse(Answers.Of([new("many", text.Replace("IEA*9", "IEA*1", StringComparison.Ordinal))]));
        Assert.Equal(Enumerable.Repeat("accepted A2", 2_000), Answers.Rows(taken, "claims", "status", "category"));
        JsonElement answer = Answers.Parse(Answers.Of([new("many", text)]));
        Assert.Equal(Enumerable.Repeat("rejected A3", 2_000), Answers.Rows(answer, "claims", "status", "category"));
        Assert.Equal(1 + (1_999 / 7), Answers.Rows(answer, "claims", "claim").Count(id => id == Id));
        Assert.Equal(["rejected", "accepted", "accepted"], Answers.Rows(answer, "envelopes", "status"));
    }

    [Fact]
    public void A_fault_beyond_those_that_are_listed_rejects_all_the_same()
    {
        string stray = string.Concat(Enumerable.Repeat("REF*EA*1~\n", 1_200));
        string text = Text(Whole).Replace("GE*1*2", "GE*1*9", StringComparison.Ordinal).Replace("GS*HC", stray + "GS*HC", StringComparison.Ordinal);
        JsonElement answer = Answers.Parse(Answers.Of([new("stray", text), new("whole", Text(Whole))]));
        Assert.Equal(["rejected", "accepted", "accepted", "accepted", "rejected", "accepted"], Answers.Rows(answer, "envelopes", "status").Take(6));
    }

    [Fact]
    public void A_pipe_gets_the_same_bytes()
    {
        KeyValuePair<string, string>[] files = [new("broken", Text(Whole).Replace("GE*2*1", "GE*9*1", StringComparison.Ordinal))];
        using AnonymousPipeServerStream read = new(PipeDirection.In);
        using AnonymousPipeClientStream write = new(PipeDirection.Out, read.ClientSafePipeHandle);
        Answers.Write(write, files); // some 2 KB: a pipe holds that
        byte[] expected = Answers.Of(files);
        byte[] found = new byte[expected.Length];
        read.ReadExactly(found);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void What_stood_before_the_answer_is_kept()
    {
        MemoryStream output = new();
        output.Write("before"u8);
        Answers.Write(output, [new("broken", Text(Whole).Replace("GE*2*1", "GE*9*1", StringComparison.Ordinal))]);
        Assert.Equal(output.Length, output.Position);
        Assert.StartsWith("before{\"claims\":[{\"claim\":\"A\",\"status\":\"rejected\"", System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    private static string Clean => X12Samples.Text("snip/clean_837p.837");

    private static string Isa => Clean[..Clean.IndexOf('~', StringComparison.Ordinal)];

    private static string Gs(int number)
    {
        int start = Clean.IndexOf("GS*", StringComparison.Ordinal);
        return Clean[start..Clean.IndexOf('~', start)].Replace("*101*", $"*{number}*", StringComparison.Ordinal);
    }

    private static string[] Transaction(int number, string claim) =>
        [.. (Head(number) + Claim(claim) + $"SE*29*{number:0000}~").Split("~", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Head(int number) =>
        Clean[Clean.IndexOf("ST*", StringComparison.Ordinal)..Clean.IndexOf("CLM*", StringComparison.Ordinal)].Replace("837*0001", $"837*{number:0000}", StringComparison.Ordinal);

    /// <summary>A patient has at most a hundred claims in a transaction.</summary>
    private static string Subscriber(int claim) => claim % 100 > 0 || claim == 0 ? "" :
        Clean[Clean.IndexOf("HL*2", StringComparison.Ordinal)..Clean.IndexOf("CLM*", StringComparison.Ordinal)].Replace("HL*2*", $"HL*{2 + (claim / 100)}*", StringComparison.Ordinal);

    private static string Claim(string id) =>
        Clean[Clean.IndexOf("CLM*", StringComparison.Ordinal)..Clean.IndexOf("SE*", StringComparison.Ordinal)].Replace("PCN0001", id, StringComparison.Ordinal);

    private static string Text(IEnumerable<string> segments) => string.Concat(segments.Select(segment => segment + "~\n"));
}
