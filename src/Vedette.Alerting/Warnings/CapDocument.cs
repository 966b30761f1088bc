using System.Globalization;
using System.Text;
using System.Xml;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Warnings;

/// <summary>
/// Writes the Common Alerting Protocol, version 1.2 (OASIS, 1 July 2010). Elements in the order of the schema; times with seconds and
/// "-00:00" for UTC, as 3.3.2 asks (never "Z"); polygons closed, "latitude,longitude" pairs (3.2.4).
/// </summary>
public static class CapDocument
{
    private const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";

    public static string Write(CapAlert alert)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("alert", Namespace);
            Element(xml, "identifier", alert.Identifier);
            Element(xml, "sender", alert.Sender);
            Element(xml, "sent", Time(alert.Sent));
            Element(xml, "status", alert.Status.ToString());
            Element(xml, "msgType", alert.Message.ToString());
            Element(xml, "scope", "Public");
            Optional(xml, "note", alert.Note);
            Optional(xml, "references", References(alert.References));
            Element(xml, "incidents", alert.Incident);
            foreach (var one in alert.Texts) Info(xml, alert, one);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>CAP's time: 2026-01-17T02:41:09-00:00.</summary>
    public static string Time(Instant at) => at.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'", CultureInfo.InvariantCulture);

    private static void Info(XmlWriter xml, CapAlert alert, CapText said)
    {
        xml.WriteStartElement("info", Namespace);
        Element(xml, "language", said.Language);
        Element(xml, "category", "Security");
        Element(xml, "event", said.Event);
        Element(xml, "responseType", alert.Grade.Response.ToString());
        Element(xml, "urgency", alert.Grade.Urgency.ToString());
        Element(xml, "severity", alert.Grade.Severity.ToString());
        Element(xml, "certainty", alert.Grade.Certainty.ToString());
        Element(xml, "effective", Time(alert.Sent));
        if (alert.Onset is { } onset) Element(xml, "onset", Time(onset));
        Element(xml, "expires", Time(alert.Expires));
        Element(xml, "senderName", alert.SenderName);
        Element(xml, "headline", said.Headline);
        Element(xml, "description", said.Description);
        Element(xml, "instruction", said.Instruction);
        foreach (var (name, value) in alert.Parameters)
        {
            xml.WriteStartElement("parameter", Namespace);
            Element(xml, "valueName", name);
            Element(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("area", Namespace);
        Element(xml, "areaDesc", said.AreaDescription);
        if (alert.Ring.Count >= 3) Element(xml, "polygon", Polygon(alert.Ring));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Polygon(IReadOnlyList<Geodetic> ring)
    {
        var text = new StringBuilder(ring.Count * 16);
        foreach (var vertex in ring) Pair(text, vertex).Append(' ');
        return Pair(text, ring[0]).ToString();
    }

    /// <summary>Four decimals are eleven metres: finer would claim what no forecast knows.</summary>
    private static StringBuilder Pair(StringBuilder text, Geodetic place) =>
        text.Append(CultureInfo.InvariantCulture, $"{place.LatitudeDeg:0.0000},{place.LongitudeDeg:0.0000}");

    private static string References(IReadOnlyList<CapReference> references)
    {
        var parts = new string[references.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = $"{references[i].Sender},{references[i].Identifier},{Time(references[i].Sent)}";
        return string.Join(' ', parts);
    }

    private static void Optional(XmlWriter xml, string name, string value)
    {
        if (value.Length > 0) Element(xml, name, value);
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, Allowed(value));

    /// <summary>Names come from files and people: characters that XML 1.0 cannot hold become a question mark.</summary>
    private static string Allowed(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (i + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[i + 1], value[i])) text.Append(value, i++, 2);
            else text.Append(XmlConvert.IsXmlChar(value[i]) ? value[i] : '?');
        }

        return text.ToString();
    }
}
