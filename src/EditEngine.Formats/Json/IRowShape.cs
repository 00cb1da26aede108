namespace EditEngine.Formats.Json;

/// <summary>One kind of object of the claim schema: how its members come into a row.</summary>
/// <typeparam name="TRow">The row it becomes.</typeparam>
internal interface IRowShape<TRow>
    where TRow : struct
{
    /// <summary>Names of its members that are taken.</summary>
    static abstract MemberNames Names { get; }

    /// <summary>Takes the value of a member.</summary>
    /// <param name="rows">Where lists and texts go.</param>
    /// <param name="member">The place of its name.</param>
    /// <param name="scan">Where it is.</param>
    /// <param name="row">The row.</param>
    /// <returns>False where it is not plain.</returns>
    static abstract bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref TRow row);

    /// <summary>Whether all that must be there was.</summary>
    static abstract bool IsWhole(in TRow row);
}
