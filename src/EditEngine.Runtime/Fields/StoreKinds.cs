namespace EditEngine.Fields;

/// <summary>The stores of the kinds of things that the language speaks of.</summary>
internal static class StoreKinds
{
    private static readonly (ThingKinds Kind, Store Store)[] All =
    [
        (ThingKinds.Claim, Store.Claim), (ThingKinds.Line, Store.Line), (ThingKinds.History, Store.History), (ThingKinds.Diagnosis, Store.Diagnosis),
        (ThingKinds.Procedure, Store.Procedure), (ThingKinds.Suggestion, Store.Suggestion), (ThingKinds.Evidence, Store.Evidence),
        (ThingKinds.Certificate, Store.Certificate), (ThingKinds.Authorization, Store.Authorization), (ThingKinds.Row, Store.Row), (ThingKinds.Group, Store.Group),
        (ThingKinds.Occurrence, Store.Occurrence), (ThingKinds.ValueCode, Store.ValueCode),
    ];

    /// <summary>A bit for each store of the kinds.</summary>
    public static int BitsOf(ThingKinds kinds)
    {
        int bits = 0;
        foreach ((ThingKinds kind, Store store) in All)
        {
            bits |= (kinds & kind) != 0 ? 1 << (int)store : 0;
        }

        return bits;
    }
}
