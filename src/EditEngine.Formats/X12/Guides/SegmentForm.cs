namespace EditEngine.Formats.X12.Guides;

/// <summary>What elements ask of one another.</summary>
/// <param name="Kind">P all or none, R at least one, E at most one, C the first asks for the rest, L the first asks for one of the rest.</param>
/// <param name="Elements">Their positions, from 1.</param>
internal readonly record struct SyntaxNote(char Kind, int[] Elements);

/// <summary>What one segment of a loop may be.</summary>
/// <param name="tag">Its id.</param>
/// <param name="elements">Its elements.</param>
/// <param name="notes">What its elements ask of one another.</param>
internal sealed class SegmentForm(uint tag, ElementForm[] elements, SyntaxNote[] notes)
{
    public uint Tag { get; } = tag;

    public ElementForm[] Elements { get; } = elements;

    /// <summary>What its elements ask of one another, as far as their usage does not ask it already.</summary>
    public SyntaxNote[] Notes { get; } = Array.FindAll(notes, note => Matters(note, elements));

    /// <summary>The last element that must be there, from 1; 0 where none must.</summary>
    public int LastRequired { get; } = Array.FindLastIndex(elements, element => element.Usage == Usage.Required) + 1;

    /// <summary>True where a claim cannot be read without it.</summary>
    public bool IsVital { get; init; }

    public Usage Usage { get; init; } = Usage.Situational;

    /// <summary>How often it may stand in its loop; 0: no limit.</summary>
    public int Most { get; init; }

    /// <summary>Its place in the order of its loop: no segment stands before one of a lower position.</summary>
    public int Position { get; init; }

    /// <summary>The codes of its first element, or of the first component of that.</summary>
    public ElementForm Key => Elements[0].Kind == ElementKind.Composite ? Elements[0].Parts[0] : Elements[0];

    /// <summary>How many of the leading codes of a segment this form takes: 2 all, 1 its qualifier, 0 not even that.</summary>
    public int Fits(in Segment segment)
    {
        bool isComposite = Elements[0].Kind == ElementKind.Composite;
        if (!Key.Takes(isComposite ? segment.Component(1, 1) : segment[1]))
        {
            return 0;
        }

        return isComposite || Elements.Length == 1 || Elements[1].Takes(segment[2]) ? 2 : 1;
    }

    private static bool Matters(SyntaxNote note, ElementForm[] elements)
    {
        Usage[] usages = [.. note.Elements.Select(position => position <= elements.Length ? elements[position - 1].Usage : Usage.NotUsed)];
        return note.Kind switch
        {
            'P' => usages.Distinct().Count() > 1 || usages[0] == Usage.Situational,
            'R' => !usages.Contains(Usage.Required) && usages.Contains(Usage.Situational),
            'E' => usages.Count(usage => usage != Usage.NotUsed) > 1,
            'L' => usages[0] != Usage.NotUsed && !usages.Skip(1).Contains(Usage.Required),
            _ => usages[0] != Usage.NotUsed && usages.Skip(1).Any(usage => usage != Usage.Required),
        };
    }
}
