using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>A parameter's value for the claims of a scope.</summary>
/// <param name="Scope">Which claims.</param>
/// <param name="Value">Its value for them.</param>
internal sealed record ScopedParameter(BoundExpression Scope, ParameterSymbol Value);
