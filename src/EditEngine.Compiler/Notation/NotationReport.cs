using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>What fits at a place of a test.</summary>
/// <param name="What">In words, as <c>a date</c>; null where the words say it.</param>
/// <param name="Words">The words of a closed list; empty for what is no word.</param>
internal sealed record NotationChoice(string? What, ImmutableArray<string> Words);

/// <summary>Collects the mistakes of one test; a mistake that each of its values repeats is kept once.</summary>
internal sealed class NotationReport(SourceText source)
{
    private readonly HashSet<(string Id, Place? Place)> _seen = [];
    private readonly List<SourceSpan> _spoilt = [];
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Mistakes so far, those that were said before among them.</summary>
    public int Count { get; private set; }

    /// <summary>A mistake that spoils a stretch of the text: what is read from there is no further mistake.</summary>
    public void Spoil(SourceSpan stretch, Diagnostic diagnostic)
    {
        Add(diagnostic);
        Spoil(stretch);
    }

    /// <summary>A stretch whose mistake was told elsewhere.</summary>
    public void Spoil(SourceSpan stretch) => _spoilt.Add(stretch);

    public void Add(Diagnostic diagnostic)
    {
        Count++;
        if (diagnostic.Place is SourceSpan place && _spoilt.Exists(one => place.File == one.File && place.Start >= one.Start && place.Start <= one.End))
        {
            return;
        }

        if (_seen.Add((diagnostic.Id, diagnostic.Place)))
        {
            _found.Add(ShownDiagnostic.Of(diagnostic));
        }
    }

    /// <summary>What would have fitted where the last mistake is: in words, and the words themselves where they are a closed list.</summary>
    public NotationChoice? Choice { get; private set; }

    /// <summary>Writes down what would have fitted.</summary>
    public void Offer(string? what, IEnumerable<string> words) => Choice = new NotationChoice(what, [.. words]);

    /// <summary>The text that it reads.</summary>
    public SourceText Source => source;

    public SourceSpan PlaceOf(TextSpan span) => source.PlaceOf(span);

    public ImmutableArray<Diagnostic> ToImmutable() => _found.ToImmutable();
}
