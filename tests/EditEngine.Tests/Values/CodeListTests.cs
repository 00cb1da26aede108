using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Evaluation;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Values;

/// <summary>Lists of codes hold what was given: a blank is passed over, and is not their end.</summary>
public sealed class CodeListTests
{
    [Fact]
    public void A_blank_is_not_the_end_of_a_list()
    {
        Assert.Equal(["25", "59"], TextsOf(CodeList.Of([Modifier("25"), default, Modifier("59")])));
        Assert.Equal(["0DTJ0ZZ", "0DTJ4ZZ"], TextsOf(CodeSources.Of([Performed("0DTJ0ZZ"), Performed(""), Performed("0DTJ4ZZ")])));
        Assert.Equal(["I10", "E11.9"], TextsOf(CodeSources.Of([Diagnosed("I10"), Diagnosed(""), Diagnosed("E119")], [1, 2, 7, 3])));
        Assert.True(CodeSources.Of([Performed("")]).IsEmpty());
    }

    [Fact]
    public void A_claim_has_every_code_of_a_system()
    {
        Claim claim = new()
        {
            Id = "C",
            Type = ClaimType.Professional,
            Diagnoses = [Diagnosed("I10"), new Diagnosis { Code = Code.From(CodeSystem.Icd9Diagnosis, "25000") }],
            Lines =
            [
                new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213-25"), Modifiers = [Modifier("25"), Modifier("59")] },
                new ServiceLine { Number = 2 },
                new ServiceLine { Number = 3, Procedure = Code.From(CodeSystem.Procedure, "20610"), Modifiers = [Modifier("RT")] },
            ],
        };

        Assert.Equal(["99213-25", "20610"], TextsOf(CodeSources.Of(claim, CodeSystem.Procedure)));
        Assert.Equal(["25", "59", "RT"], TextsOf(CodeSources.Of(claim, CodeSystem.Modifier)));
        Assert.Equal(["I10"], TextsOf(CodeSources.Of(claim, CodeSystem.Diagnosis)));
        Assert.Empty(TextsOf(CodeSources.Of(claim, CodeSystem.Ndc)));
    }

    private static List<string> TextsOf(CodeList list)
    {
        List<string> texts = [];
        CodeCursor cursor = default;
        while (list.Next(ref cursor, out Code code))
        {
            texts.Add(code.ToString());
        }

        Assert.Equal(texts.Count, cursor.Count);
        return texts;
    }

    private static Code Modifier(string text) => Code.From(CodeSystem.Modifier, text);

    private static InpatientProcedure Performed(string text) => new() { Code = Code.From(CodeSystem.InpatientProcedure, text) };

    private static Diagnosis Diagnosed(string text) => new() { Code = Code.From(CodeSystem.Diagnosis, text) };
}
