using EditEngine.Workbench.Files;
using EditEngine.Workbench.Packs;

namespace EditEngine.Workbench.Serving;

/// <summary>What the endpoints of one workbench share.</summary>
/// <param name="Folder">The folder that is worked on.</param>
/// <param name="Packs">Its packs, as the page has their texts.</param>
/// <param name="Watch">Tells what changes in it.</param>
/// <param name="Stopping">Cancelled when the workbench ends.</param>
internal sealed record Desk(DeskFolder Folder, DeskPacks Packs, FolderWatch Watch, CancellationToken Stopping);
