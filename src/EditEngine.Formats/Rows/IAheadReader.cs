using EditEngine.Formats.X12.Ahead;

namespace EditEngine.Formats.Rows;

/// <summary>Reads batches, of which several threads can read some before it is their turn. What comes of it is the same.</summary>
internal interface IAheadReader : IBatchReader
{
    /// <summary>Takes what is to be read next, to be read by <see cref="Stretch.Read"/> and then given to <see cref="Fill(ClaimBatch, Stretch)"/>. Asked by one thread at a time, while another may fill.</summary>
    /// <returns>Null where nothing can be read ahead.</returns>
    Stretch? Take();

    /// <summary>Fills a batch with the next claims. Who took earlier fills earlier.</summary>
    /// <param name="batch">The batch, with what was read ahead.</param>
    /// <param name="ahead">What was taken for it.</param>
    /// <returns>False where there are no more. A batch may be empty: what comes next is another's to give.</returns>
    bool Fill(ClaimBatch batch, Stretch? ahead);
}
