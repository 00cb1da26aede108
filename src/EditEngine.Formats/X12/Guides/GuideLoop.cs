namespace EditEngine.Formats.X12.Guides;

/// <summary>One loop of a guide.</summary>
/// <param name="Id">Its id; ST for the transaction itself.</param>
/// <param name="Within">The loops that it stands in.</param>
/// <param name="Usage">Whether it must be there.</param>
/// <param name="Most">How often it may stand in one of those; 0: no limit.</param>
/// <param name="Position">Its place in the order of the loop around it.</param>
/// <param name="Segments">Its segments in order; the first opens it.</param>
internal sealed record GuideLoop(string Id, string[] Within, Usage Usage, int Most, int Position, SegmentForm[] Segments);
