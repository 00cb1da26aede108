
namespace EditEngine.Plans;

/// <summary>A plan says what no lowering writes: it comes from a file that was made by hand or by another version.</summary>
internal sealed class MalformedPlanException(string message) : Exception(message)
{
    /// <summary>An expression where its type has none.</summary>
    public static MalformedPlanException Of(Expression value) => new($"a {value.GetType().Name} of type {value.Kind} is not known there");
}
