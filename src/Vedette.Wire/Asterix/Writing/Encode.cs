namespace Vedette.Wire.Asterix.Writing;

/// <summary>What became of a record that was written.</summary>
public enum Encode : byte
{
    /// <summary>It is in the block.</summary>
    Record,

    /// <summary>There was no room for it: the block is as it was before, ready to be finished.</summary>
    Full,

    /// <summary>Something in it cannot be said in its bits, and the writer's fault tells what. The block is as it was before.</summary>
    Refused,
}
