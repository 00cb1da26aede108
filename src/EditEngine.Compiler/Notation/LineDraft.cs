using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>A service line while it is read.</summary>
internal class LineDraft(SourceSpan place)
{
    public SourceSpan Place { get; } = place;

    /// <summary>Its number; 0: the next.</summary>
    public int Number { get; set; }

    /// <summary>What its own words say.</summary>
    public ServiceLine Line { get; set; } = new() { Number = 0 };

    /// <summary>Fields in the order written; they are set when its providers are known.</summary>
    public List<WrittenValue> Fields { get; } = [];

    /// <summary>Positions of diagnoses and where they are written; <c>default</c>: all of them.</summary>
    public ImmutableArray<(int Position, SourceSpan Place)> Pointers { get; set; }
}

/// <summary>A history line while it is read.</summary>
internal sealed class HistoryDraft(SourceSpan place) : LineDraft(place)
{
    public LineStatus Status { get; set; } = LineStatus.Paid;

    /// <summary>Type of its claim; Unknown: that of this claim.</summary>
    public ClaimType Type { get; set; }

    /// <summary>Its claim; null: one of its own.</summary>
    public string? ClaimId { get; set; }
}
