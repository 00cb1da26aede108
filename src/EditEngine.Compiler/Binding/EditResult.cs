using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>What came of binding an edit, and what it came of: kept for a pack of which most is the same.</summary>
internal sealed class EditResult
{
    private EditResult(EditSource source, BoundEdit? edit, ImmutableArray<Diagnostic> diagnostics, long nodes, NameReads reads, object key, bool isMoved)
    {
        Source = source;
        Edit = edit;
        Diagnostics = diagnostics;
        Nodes = nodes;
        Reads = reads;
        Key = key;
        IsMoved = isMoved;
    }

    public EditSource Source { get; }

    /// <summary>The edit; null where it is not whole. Of one that has moved its own place is where it stands now, those inside of it are where it stood.</summary>
    public BoundEdit? Edit { get; }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Nodes that it has become.</summary>
    public long Nodes { get; }

    /// <summary>The names that it has asked.</summary>
    public NameReads Reads { get; }

    /// <summary>The same as long as it means the same: what is made of it may be kept by this.</summary>
    public object Key { get; }

    /// <summary>It, or what it names, stands elsewhere than where it was bound.</summary>
    public bool IsMoved { get; }

    /// <summary>Its checks had nothing to say, and no check of another edit asks it.</summary>
    public bool IsQuiet { get; set; }

    public static EditResult Of(EditSource source, BoundEdit? edit, ImmutableArray<Diagnostic> diagnostics, long nodes, NameReads reads) =>
        new(source, edit, diagnostics, nodes, reads, new object(), false);

    /// <summary>The same edit where it stands now.</summary>
    public EditResult At(EditSource source, bool isMoved) => ReferenceEquals(source, Source) && (IsMoved || !isMoved) ? this : new EditResult(
        source,
        Edit is null ? null : Edit with { Place = source.Source.PlaceOf(source.Syntax.Id.Span), Source = source.Source },
        Diagnostics,
        Nodes,
        Reads,
        Key,
        IsMoved || isMoved)
    {
        IsQuiet = IsQuiet,
    };

    /// <summary>The same result with all places where they are now.</summary>
    public EditResult Placed(PackNames names)
    {
        if (!IsMoved || Edit is null)
        {
            return this;
        }

        EditResult again = EditBinder.Bind(Source, names);
        return new EditResult(Source, again.Edit, again.Diagnostics, Nodes, again.Reads, Key, false) { IsQuiet = IsQuiet };
    }
}

/// <summary>Whether two edits are written alike, and whether they stand at one place.</summary>
internal static class SameEdit
{
    /// <summary>The very same declarations make both: then they say the same, wherever they stand.</summary>
    public static bool IsWritten(EditSource one, EditSource other) =>
        ReferenceEquals(one, other) || (ReferenceEquals(one.Syntax, other.Syntax) && one.PackName == other.PackName && one.PackVersion == other.PackVersion && one.Dates?.Words == other.Dates?.Words
        && one.DisabledFromDay == other.DisabledFromDay
        && one.Overrides.Length == other.Overrides.Length && one.Exceptions.Length == other.Exceptions.Length && one.Disabled.Length == other.Disabled.Length
        && (IsPlain(one) || AreChangesWritten(one, other)));

    /// <summary>And all of that stands where it stood.</summary>
    public static bool Stands(EditSource one, EditSource other) => AreSame(one.Syntax.Id, one.Source, other.Source) && (IsPlain(one) || DoChangesStand(one, other));

    // No pack says anything of it but its own.
    public static bool IsPlain(EditSource one) => one.Overrides.IsEmpty && one.Exceptions.IsEmpty && one.Disabled.IsEmpty;

    private static bool AreChangesWritten(EditSource one, EditSource other) =>
        one.Overrides.Zip(other.Overrides).All(pair => ReferenceEquals(pair.First.Change, pair.Second.Change))
        && one.Exceptions.Zip(other.Exceptions).All(pair => ReferenceEquals(pair.First.Exception, pair.Second.Exception) && ReferenceEquals(pair.First.Scope, pair.Second.Scope))
        && one.Disabled.Zip(other.Disabled).All(pair => ReferenceEquals(pair.First.Scope, pair.Second.Scope) && pair.First.FromDay == pair.Second.FromDay);

    private static bool DoChangesStand(EditSource one, EditSource other) =>
        one.Overrides.Zip(other.Overrides).All(pair => AreSame(pair.First.Change, pair.First.Source, pair.Second.Source))
        && one.Exceptions.Zip(other.Exceptions).All(pair => AreSame(pair.First.Exception, pair.First.Source, pair.Second.Source))
        && one.Disabled.Zip(other.Disabled).All(pair => AreSame(pair.First.Scope, pair.First.Source, pair.Second.Source));

    private static bool AreSame(SyntaxNode node, SourceText one, SourceText other) => ReferenceEquals(one, other) || one.PlaceOf(node.Span) == other.PlaceOf(node.Span);
}
