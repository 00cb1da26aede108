namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>
/// Turns ANTLR's contexts into the tree's records, one clause at a time, so that the contexts can be dropped at once. Reports what the
/// grammar admits and the language does not mean. Each part of the language has its own, and they ask each other.
/// </summary>
internal sealed class TreeConverter(SyntaxReport report)
{
    public ActionConverter Actions => field ??= new(this, report);
    public ClauseConverter Clauses => field ??= new(this, report);
    public ConditionConverter Conditions => field ??= new(this, report);
    public DeclarationConverter Declarations => field ??= new(this, report);
    public KindConverter Kinds => field ??= new(this);
    public OfConverter OfPhrases => field ??= new(this);
    public PrimaryConverter Primaries => field ??= new(this, report);
    public TableConverter Tables => field ??= new(report);
    public ValueConverter Values => field ??= new(this, report);
    public DateConverter Dates => field ??= new(report);
}
