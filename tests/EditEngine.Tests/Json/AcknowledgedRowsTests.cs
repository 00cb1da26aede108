using System.Text;
using EditEngine.Claims;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>A sender is answered the same, byte for byte, where claims are read as rows and answered in parts, and where each is read segment by segment.</summary>
public sealed class AcknowledgedRowsTests(ITestOutputHelper output)
{
    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 500;

    private static readonly string[] Paths = ["lines[0].procedure", "patient.birthDate", "billing.npi", "payer", "diagnoses[1].code", "lines[1].units", "facilityCode", "lines[0].ndc.code", ""];

    [Fact]
    public void Files_are_answered_alike()
    {
        foreach ((string name, byte[] bytes) in X12MadeFiles.All(subscribers: 40, seed: 5))
        {
            Assert.True(Exactly([bytes]).AsSpan().SequenceEqual(ByRows([bytes])), name);
        }
    }

    [Fact]
    public void Broken_files_are_answered_alike()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS_SEED"), out int given) ? given : Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] made = [.. X12MadeFiles.All(subscribers: 12, seed).Select(file => file.Bytes)];
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));

            // Good files among broken ones, in one answer.
            byte[][] files = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => made[random.Next(made.Length)]).Select(file => random.Next(3) == 0 ? file : X12Mutations.Mutate(file, made, random))];
            if (!Exactly(files).AsSpan().SequenceEqual(ByRows(files)))
            {
                Assert.Fail($"EDITS_MUTATIONS_SEED={seed}, round {round}\nexactly: {Encoding.UTF8.GetString(Exactly(files))}\nby rows: {Encoding.UTF8.GetString(ByRows(files))}");
            }
        }
    }

    private static byte[] Exactly(byte[][] files)
    {
        MemoryStream answer = new();
        X12EnvelopeLog envelopes = new();
        using AcknowledgementWriter writer = new(answer, PathOf);
        List<Diagnostics.Diagnostic> problems = [];
        foreach (byte[] file in files)
        {
            using X12ClaimReader reader = new(new MemoryStream(file), "file", envelopes);
            while (reader.Read() is ReadClaim read)
            {
                writer.Write(read, read.Claim?.Result(FindingOf(read.Claim)));
            }

            problems.AddRange(reader.FileProblems);
        }

        writer.Finish(envelopes, problems);
        return answer.ToArray();
    }

    private static byte[] ByRows(byte[][] files)
    {
        MemoryStream answer = new();
        X12EnvelopeLog envelopes = new();
        using AcknowledgementWriter writer = new(answer, PathOf);
        List<Diagnostics.Diagnostic> problems = [];
        ClaimBatch batch = new();
        AcknowledgedClaims part = new(PathOf);
        foreach (byte[] file in files)
        {
            using X12BatchReader reader = new(new MemoryStream(file), "file", envelopes, stretch: 4096);
            while (reader.Fill(batch))
            {
                part.Clear();
                for (int entry = 0; entry < batch.Entries.Count; entry++)
                {
                    Write(part, batch, entry);
                }

                writer.Write(part);
            }

            problems.AddRange(reader.FileProblems);
        }

        writer.Finish(envelopes, problems);
        return answer.ToArray();
    }

    private static void Write(AcknowledgedClaims part, ClaimBatch batch, int entry)
    {
        if (batch.Entries[entry] is not { Read: null } row || !batch.Claims[row.Row].Conforms)
        {
            ReadClaim read = batch.Read(entry);
            part.Write(read, read.Claim?.Result(FindingOf(read.Claim)));
            return;
        }

        Claim claim = batch.ToClaim(row.Row);
        if (FindingOf(claim) is Finding finding)
        {
            part.Write(batch.Read(row.Row, claim), claim.Result(finding));
        }
        else
        {
            part.WriteClean(batch, row.Row, claim);
        }
    }

    // Of every third claim or so.
    private static Finding? FindingOf(Claim claim) => NumberOf(claim) % 3 == 0
        ? new() { Edit = "E1", Level = FindingLevel.Claim, Action = EditAction.Deny, State = FindingState.Active, Message = $"of {claim.Id}" }
        : null;

    private static string PathOf(Claim claim, Finding finding) => Paths[NumberOf(claim) % Paths.Length];

    private static int NumberOf(Claim claim) => claim.Id.Sum(sign => sign) + claim.Lines.Length;
}
