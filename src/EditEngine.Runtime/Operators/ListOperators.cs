using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>Operators on lists of codes.</summary>
internal static class ListOperators
{
    /// <summary>A code is in a list.</summary>
    public static readonly ListOperator InList = new(
        "in list", "code in v.modifiers", [ValueKind.Code, ValueKind.CodeList], ValueKind.Truth,
        "The list has the code. An empty list, none, and a code that is none are false, whatever else is missing.");

    /// <summary>Two lists share a code.</summary>
    public static readonly ListOperator Shares = new(
        "shares", "v shares a modifier with x", [ValueKind.CodeList, ValueKind.CodeList], ValueKind.Truth,
        "Some code is in both. Where one is empty or none it is false, whatever the other.");

    /// <summary>Two lists have the same codes.</summary>
    public static readonly ListOperator Same = new(
        "same codes", "v has same modifiers as x", [ValueKind.CodeList, ValueKind.CodeList], ValueKind.Truth,
        "Each code of one is in the other, in whatever order, one written twice counted once. Where one is missing it is unknown; none equals none only.");

    /// <summary>A code lies under a category.</summary>
    public static readonly ListOperator InCategory = new(
        "in category", "code in r.category", [ValueKind.Code, ValueKind.Code], ValueKind.Truth,
        "The code is the category's own, or lies under it. Where one of them is none it is false, whatever the other; a code of no pattern lies under none.");

    /// <summary>How many codes a list has.</summary>
    public static readonly ListOperator Count = new(
        "count of codes", "count of v.modifiers", [ValueKind.CodeList], ValueKind.Number,
        "How many codes it has, one written twice counted once. Of a missing list any number from 0 upward.");

    /// <summary>The rows.</summary>
    public static ImmutableArray<Operator> All { get; } = [InList, Shares, Same, InCategory, Count];
}
