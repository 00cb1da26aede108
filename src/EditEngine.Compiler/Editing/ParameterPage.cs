using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of parameters.</summary>
internal static class ParameterPage
{
    /// <summary>The parameters that the edit of a place declares for itself, with their values as written.</summary>
    public static ImmutableArray<(string Name, string Written)> OfEdit(CursorPlace place) =>
        place.Part is { Declaration.Syntax: EditSyntax edit, Source: var source } ? [.. edit.Clauses.OfType<ParameterClauseSyntax>().Select(clause => (clause.Parameter.Name.Text, Values(clause.Parameter, source)))] : [];

    /// <summary>The values of a parameter as written.</summary>
    public static string Values(ParameterSyntax parameter, Text.SourceText source) => string.Join(", ", parameter.Values.Select(value => source.Slice(value.Span)));
}
