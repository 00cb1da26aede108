namespace EditEngine.Codes;

/// <summary>Codes from one number through another, members of a set from one day through another; all ends included.</summary>
/// <param name="First">Smallest <see cref="Code.Packed"/>.</param>
/// <param name="Last">Largest <see cref="Code.Packed"/>.</param>
/// <param name="FromDay">First day number; <see cref="int.MinValue"/> is open.</param>
/// <param name="ThroughDay">Last day number; <see cref="int.MaxValue"/> is open.</param>
internal readonly record struct CodeInterval(ulong First, ulong Last, int FromDay, int ThroughDay);
