namespace EditEngine.Workbench.Packs;

/// <summary>A question on a pack as the page has it.</summary>
internal record PackRequest
{
    /// <summary>The pack's folder in the desk's folder; null: the folder itself.</summary>
    public string? Pack { get; init; }

    /// <summary>Texts that are not saved, by the names of their files in the desk's folder.</summary>
    public Dictionary<string, string>? Texts { get; init; }
}
