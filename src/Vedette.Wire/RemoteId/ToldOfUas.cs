using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.RemoteId;

/// <summary>All that was told of one aircraft beside its place, gathered from messages of several kinds. Allocates only where something changed.</summary>
internal sealed class ToldOfUas
{
    private readonly KeptText first = new(BasicId.IdLength), second = new(BasicId.IdLength), self = new(ToldText.SelfLength), operatorId = new(ToldText.OperatorLength);
    private UasIdType firstType, secondType;
    private UasKind kind;
    private UasStatus status;
    private SystemData? system;
    private bool changed;

    /// <summary>What the report tells is added; what it does not tell stays.</summary>
    public void Take(RemoteIdReport report)
    {
        for (var i = 0; i < report.IdCount; i++) TakeId(report.IdType(i), report.UaType(i), report.Id(i));
        if (report.HasSelf) changed |= self.Keep(report.Self);
        if (report.HasOperator) changed |= operatorId.Keep(report.Operator);
        if (report.Location is { } location) Set(ref status, (UasStatus)location.Status <= UasStatus.RemoteIdFailure ? (UasStatus)location.Status : UasStatus.Undeclared);
        if (report.System is { } told) TakeSystem(told);
    }

    /// <summary>What was told of the same aircraft under another key, where nothing is known here yet.</summary>
    public void Inherit(ToldOfUas other)
    {
        changed |= self.Inherit(other.self) | operatorId.Inherit(other.operatorId);
        if (status == UasStatus.Undeclared) status = other.status;
        if (kind == UasKind.Undeclared) kind = other.kind;
        if (system is not null || other.system is null) return;
        system = other.system;
        changed = true;
    }

    /// <summary>True once after each change, where there is more to tell than a place.</summary>
    public bool TryTell(TransponderAddress address, Instant at, long entry, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out UasClaim? claim)
    {
        claim = null;
        if (!changed || (first.IsEmpty && second.IsEmpty && self.IsEmpty && operatorId.IsEmpty && system is null)) return false;
        changed = false;
        claim = new()
        {
            Address = address, At = at, Entry = entry,
            Id = first.Text(IsText(firstType)), IdType = firstType,
            SecondId = second.Text(IsText(secondType)), SecondIdType = secondType,
            Kind = kind, Status = status,
            Description = self.Text(true), OperatorId = operatorId.Text(true),
        };
        if (system is { } told) claim = With(claim, told);
        return true;
    }

    private static UasClaim With(UasClaim claim, in SystemData told) => claim with
    {
        Operator = told.HasOperatorPlace ? Geodetic.FromDegrees(told.OperatorLatitudeDeg, told.OperatorLongitudeDeg, told.OperatorAltitudeM) : null,
        OperatorPlace = (OperatorPlaceKind)Math.Min(told.OperatorLocationType, (byte)OperatorPlaceKind.Fixed),
        Area = told.HasArea ? new ClaimedArea(told.AreaCount, told.AreaRadiusM, told.AreaFloorM, told.AreaCeilingM) : null,
        EuCategory = told.Category,
        EuClass = told.Class,
    };

    /// <summary>A serial number stands first, whichever came first.</summary>
    private void TakeId(UasIdType type, byte aircraft, ReadOnlySpan<byte> id)
    {
        if (aircraft != 0) Set(ref kind, (UasKind)Math.Min(aircraft, (byte)UasKind.Other));
        if (id.IsEmpty) return;
        if (type > UasIdType.SpecificSession) type = UasIdType.None;
        if (type != firstType && !first.IsEmpty && firstType == UasIdType.SerialNumber)
        {
            changed |= second.Keep(id) | (secondType != type);
            secondType = type;
            return;
        }

        if (type == UasIdType.SerialNumber && !first.IsEmpty && firstType != type)
        {
            second.Inherit(first);
            secondType = firstType;
        }

        changed |= first.Keep(id) | (firstType != type);
        firstType = type;
    }

    /// <summary>The time of the message, which goes on while nothing else changes, is not news. Services tell the operator and the area apart.</summary>
    private void TakeSystem(SystemData told)
    {
        told = told with { SecondsSince2019 = 0 };
        if (system is { } before)
        {
            if (!told.HasOperatorPlace) told = told.WithOperatorOf(before);
            if (told.ClassificationType == 0) told = told.WithClassOf(before);
            if (!told.HasArea) told = told.WithAreaOf(before);
        }

        Set(ref system, told);
    }

    private void Set<T>(ref T kept, T told)
    {
        if (EqualityComparer<T>.Default.Equals(kept, told)) return;
        kept = told;
        changed = true;
    }

    private static bool IsText(UasIdType type) => type is not (UasIdType.UtmAssigned or UasIdType.SpecificSession);
}

/// <summary>A text as it came last, and as people read it.</summary>
internal sealed class KeptText(int longest)
{
    private readonly byte[] octets = new byte[longest];
    private int length;
    private string? text;

    public bool IsEmpty => length == 0;

    private ReadOnlySpan<byte> Octets => octets.AsSpan(0, length);

    /// <summary>True where it is another than before.</summary>
    public bool Keep(ReadOnlySpan<byte> told)
    {
        if (told.SequenceEqual(Octets)) return false;
        told.CopyTo(octets);
        (length, text) = (told.Length, null);
        return true;
    }

    /// <summary>Takes the other's where there is none here; true where that changed something.</summary>
    public bool Inherit(KeptText other) => IsEmpty && !other.IsEmpty && Keep(other.Octets);

    /// <param name="isText">Else hexadecimal. "·" stands for an octet that is no printable ASCII character.</param>
    public string Text(bool isText) => text ??= isText
        ? string.Create(length, octets, static (span, from) => { for (var i = 0; i < span.Length; i++) span[i] = from[i] is >= 0x20 and < 0x7F ? (char)from[i] : '·'; })
        : Convert.ToHexStringLower(Octets);
}
