using System.Buffers;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Json;

public sealed class ResultWriterTests
{
    private static readonly Result Small = new()
    {
        Claim = "A",
        Pack = "acme@1#00",
        AsOf = new DateOnly(2024, 6, 1),
        Disposition = Disposition.Clean,
        Lines = [new LineResult { Number = 1, Status = LineDecision.Pay, BilledUnits = 1.50m, PayPercent = 100.0m }],
        Findings = [],
    };

    private static readonly Result Full = Small with
    {
        Disposition = Disposition.Partial,
        Lines =
        [
            new LineResult
            {
                Number = 2, Status = LineDecision.Deny, Winning = "E1", BilledUnits = 3, AllowedUnits = 1.5m, DeniedUnits = 1.5m, DeniedChargeCents = 1360,
                PayPercent = 50, Procedure = Code.From(CodeSystem.Procedure, "99213"), Modifiers = [],
            },
        ],
        AddedLines = [new AddedLine { Procedure = Code.From(CodeSystem.Procedure, "36415"), Supports = [1, 2], Edit = "E2" }],
        HistoryActions = [new HistoryAction("H", 1, EditAction.Recoup, "E3")],
        Findings =
        [
            new Finding
            {
                Edit = "E1", Version = "1.0", Phase = "main", Level = FindingLevel.Line, Line = 2, Field = "lines[1]", Action = EditAction.Deny, State = FindingState.Bypassed,
                SuppressedBy = "E0", Bypass = new Bypass("trial", "ops", new DateOnly(2024, 12, 31)), Reason = "ncci", GroupCode = "CO", Carc = "236", Rarc = ["N20", "M15"],
                Queue = "q", Overridable = false, Message = "=\"A\", 'B' – C", Cite = ["NCCI, ch. 1"], Related = [new RelatedLine(null, 1), new RelatedLine("H", 3)], RelatedOmitted = 7,
                Rows = [new RowUsed("ptp", "11042/97597", new DateOnly(2020, 1, 1), null)],
            },
        ],
        NotEvaluated = [new NotEvaluated("E4", 1, ["date", "units"]), new NotEvaluated("E5", null, ["drg"]), new NotEvaluated("E6", null, []) { Because = NotEvaluatedCause.OverBudget }, NotEvaluated.Of("E7", 2, [])],
        HistorySupplied = false,
    };

    [Fact]
    public void A_clean_result_is_short() => Assert.Equal(
        """{"claim":"A","pack":"acme@1#00","asOf":"2024-06-01","disposition":"clean","lines":[{"number":1,"status":"pay","billedUnits":1.5,"payPercent":100}],"findings":[]}""" + "\n",
        Written(Small));

    [Fact]
    public void Every_member_has_its_place() => Assert.Equal(
        """{"claim":"A","pack":"acme@1#00","asOf":"2024-06-01","disposition":"partial","lines":[{"number":2,"status":"deny","winning":"E1","billedUnits":3,"allowedUnits":1.5,"deniedUnits":1.5,"deniedCharge":13.6,"payPercent":50,"procedure":"99213","modifiers":[]}]"""
        + ""","addedLines":[{"procedure":"36415","units":1,"payPercent":100,"supports":[1,2],"edit":"E2"}],"historyActions":[{"claimId":"H","number":1,"action":"recoup","edit":"E3"}]"""
        + ""","findings":[{"edit":"E1","version":"1.0","phase":"main","level":"line","line":2,"field":"lines[1]","action":"deny","state":"bypassed","suppressedBy":"E0","bypass":{"because":"trial","owner":"ops","until":"2024-12-31"}"""
        + ""","reason":"ncci","groupCode":"CO","carc":"236","rarc":["N20","M15"],"queue":"q","overridable":false,"message":"=\"A\", 'B' – C","cite":["NCCI, ch. 1"],"related":[{"number":1},{"claimId":"H","number":3}],"relatedOmitted":7,"rows":[{"table":"ptp","key":"11042/97597","from":"2020-01-01"}]}]"""
        + ""","notEvaluated":[{"edit":"E4","line":1,"missing":["date","units"]},{"edit":"E5","missing":["drg"]},{"edit":"E6","missing":[],"because":"over budget"},{"edit":"E7","line":2,"missing":[],"because":"overflow"}],"historySupplied":false}""" + "\n",
        Written(Full));

    [Fact]
    public void Its_bytes_are_those_of_the_framework()
    {
        for (int seed = 0; seed < 5_000; seed++)
        {
            Result result = new RandomResults(seed).Next();
            Assert.True(ResultSamples.Written(result).AsSpan().SequenceEqual(FrameworkResults.Written(result)), $"seed {seed}: {Written(result)}");
        }
    }

    [Fact]
    public void Every_sign_is_written_as_the_framework_writes_it()
    {
        for (int first = 0; first <= char.MaxValue; first += 64)
        {
            string signs = string.Concat(Enumerable.Range(first, 64).Select(sign => (char)sign));
            Result result = Small with { Claim = signs, Pack = signs[..1] };
            Assert.Equal(FrameworkResults.Written(result), ResultSamples.Written(result));
        }

        foreach (char sign in Enumerable.Range(0, 256).Select(sign => (char)sign))
        {
            Result result = Small with { Claim = $"{sign}", Pack = $"ab{sign}" };
            Assert.Equal(FrameworkResults.Written(result), ResultSamples.Written(result));
        }
    }

    [Fact]
    public void Results_of_samples_have_the_bytes_of_the_framework()
    {
        int results = 0;
        foreach (byte[] written in SampleResults.All())
        {
            Result read = ResultJson.Parse(written).Result!; // ResultJsonTests read them
            Assert.Equal(written, FrameworkResults.Written(read));
            results++;
        }

        Assert.InRange(results, 100, 100_000);
    }

    [Fact]
    public void A_clean_claim_is_written_as_its_result_is()
    {
        Random random = new(7);
        JsonBytes json = new();
        for (int round = 0; round < 500; round++)
        {
            ServiceLine[] lines = [.. Enumerable.Range(1, random.Next(1, 5)).Select(number => new ServiceLine
            {
                Number = number,
                Units = random.Next(3) == 0 ? null : random.Next(-5, 1000) / 4m,
                ChargeCents = random.Next(3) == 0 ? null : random.Next(100_000),
            })];
            CleanResult clean = new(new Claim { Id = $"a\"{round}", Type = ClaimType.Dental, Lines = [.. lines] }, "p@1#0", new DateOnly(2024, 6, 1).AddDays(round), lines, random.Next(2) == 0);
            json.Clear();
            ResultWriter.Write(clean, json);
            Assert.Equal(FrameworkResults.Written(clean.ToResult()), json.Written);
        }
    }

    [Fact]
    public void A_stream_gets_the_same_bytes()
    {
        using ResultWriter writer = new();
        using MemoryStream stream = new();
        writer.Write(Small, stream);
        writer.Write(Full, stream);
        Assert.Equal(Written(Small) + Written(Full), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_table_has_a_row_a_finding_and_runs_no_formula()
    {
        using StringWriter text = new();
        ResultCsvWriter writer = new(text);
        writer.Write(Small);
        writer.Write(Full);
        string[] rows = text.ToString().Split("\r\n");
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("claim,pack,as_of,disposition,edit,", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            """A,acme@1#00,2024-06-01,partial,E1,1.0,main,line,2,lines[1],deny,bypassed,E0,ncci,CO,236,N20 M15,q,no,"'=""A"", 'B' – C","NCCI, ch. 1",1 H/3,deny,1.5,1.5,13.6,50,99213,""",
            rows[1]);
        Assert.Equal("", rows[2]);
    }

    private static string Written(Result result)
    {
        using ResultWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        writer.Write(result, line);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }
}
