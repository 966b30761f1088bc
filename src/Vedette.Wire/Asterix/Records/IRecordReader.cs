namespace Vedette.Wire.Asterix.Records;

/// <summary>Reads the records of a data block one after another.</summary>
public interface IRecordReader<TRecord>
    where TRecord : allows ref struct
{
    /// <summary>Finds the items of the next record.</summary>
    Decode TryRead(out TRecord record);

    /// <summary>Why the last answer was Malformed.</summary>
    RecordFault Fault { get; }
}
