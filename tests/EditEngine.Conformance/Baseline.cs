using Xunit;

namespace EditEngine.Conformance;

/// <summary>Files that say what came out before.</summary>
internal static class Baseline
{
    /// <summary>Compares a text with the file beside a case, or writes it: <c>EDITS_BASELINE=write dotnet test</c>.</summary>
    public static void Compare(string name, string extension, string text)
    {
        string file = Path.ChangeExtension(name, null) + extension;
        if (Corpus.WritesBaselines)
        {
            File.WriteAllText(Corpus.PathOf(file), text);
            return;
        }

        Assert.True(File.Exists(Corpus.PathOf(file)), $"{file} is not there: EDITS_BASELINE=write dotnet test writes it.");
        Assert.Equal(Corpus.Read(file), text);
    }
}
