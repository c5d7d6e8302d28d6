using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.PersonalData;

/// <summary>Why a number counts as one of a person, for a message; an empty argument where there is no such evidence.</summary>
/// <param name="Id">The number.</param>
/// <param name="Points">The sum.</param>
/// <param name="Date">It tells a birth date that exists.</param>
/// <param name="Form">It is written as offices write it.</param>
/// <param name="Name">What a name or comment says.</param>
/// <param name="Beside">What stands beside it.</param>
/// <param name="IsBesidePerson">A person's name, birth date or address stands beside it.</param>
internal sealed record NumberVerdict(NationalId Id, int Points, MessageArg Date, MessageArg Form, MessageArg Name, MessageArg Beside, bool IsBesidePerson);

/// <summary>
/// Weighs a number whose check digits are right. Digits pass by chance: one in eleven as a BSN, one in fifty as a RIZIV number,
/// two in a hundred order numbers that begin with a date as an INSZ. So check digits alone never make a finding.
/// </summary>
internal sealed class NumberEvidence
{
    /// <summary>Fewest points for a finding.</summary>
    public const int Enough = 5;

    private const int Checks = 2;
    private const int Written = 3;
    private const int Named = 4;
    private const int NamedVaguely = 1;
    private const int PersonBeside = 2;
    private const int Commented = 2;
    private const int BirthBeside = 3;
    private const int SomethingElse = -5;

    private static readonly ImmutableHashSet<string> Vague = ImmutableHashSet.Create(
        "number", "no", "nr", "id", "nummer", "identifier", "identificatie", "numero", "num", "identifiant");

    /// <summary>Words of names whose digits are something else, in the languages of the lists.</summary>
    private static readonly ImmutableHashSet<string> Else = ImmutableHashSet.Create(
        "ticks", "timestamp", "epoch", "millis", "milliseconds", "seconds", "time", "port", "hash", "checksum", "crc", "seed", "size", "length", "count", "offset",
        "ean", "gtin", "barcode", "isbn", "kvk", "kbo", "bce", "vat", "btw", "tva", "siren", "siret", "rsin", "fiscaalnummer", "phone", "tel", "telefoon", "telefoonnummer",
        "telephone", "gsm", "mobile", "fax", "order", "ordernumber", "bestelling", "bestelnummer", "commande", "invoice", "factuur", "factuurnummer", "facture",
        "version", "oid", "guid", "color", "colour", "magic", "mask", "amount", "price", "bedrag", "prijs", "latitude", "longitude");

    /// <summary>Words of names whose bank account is an organisation's.</summary>
    private static readonly ImmutableHashSet<string> Organisation = ImmutableHashSet.Create(
        "bedrijf", "company", "organisatie", "organisation", "organization", "onze", "our", "creditor", "schuldeiser", "merchant", "entreprise", "societe", "notre", "beneficiary");

    /// <summary>What each kind alone is called: a BSN under the name "insz" is no BSN.</summary>
    private static readonly ImmutableArray<(NationalIdKind Kind, string Word)> OwnWords = ImmutableArray.Create(
        (NationalIdKind.Insz, "insz"), (NationalIdKind.Insz, "niss"), (NationalIdKind.Insz, "ssin"), (NationalIdKind.Insz, "inss"),
        (NationalIdKind.Insz, "rijksregister"), (NationalIdKind.Insz, "registrenational"), (NationalIdKind.Insz, "nationalregister"), (NationalIdKind.Insz, "rijksnummer"),
        (NationalIdKind.Insz, "rrn"), (NationalIdKind.Insz, "bisnummer"), (NationalIdKind.Insz, "numerobis"),
        (NationalIdKind.Bsn, "bsn"), (NationalIdKind.Bsn, "burgerservice"), (NationalIdKind.Bsn, "sofi"), (NationalIdKind.Bsn, "citizenservice"),
        (NationalIdKind.Nir, "nir"), (NationalIdKind.Nir, "insee"), (NationalIdKind.Nir, "securitesociale"), (NationalIdKind.Nir, "numsecu"), (NationalIdKind.Nir, "numerosecu"), (NationalIdKind.Nir, "cartevitale"),
        (NationalIdKind.Luxembourg, "matricule"), (NationalIdKind.Luxembourg, "cns"),
        (NationalIdKind.Riziv, "riziv"), (NationalIdKind.Riziv, "inami"), (NationalIdKind.Riziv, "nihdi"), (NationalIdKind.Riziv, "nihii"),
        (NationalIdKind.Iban, "iban"),
        (NationalIdKind.EidCard, "eid"), (NationalIdKind.EidCard, "kaartnummer"), (NationalIdKind.EidCard, "cardnumber"), (NationalIdKind.EidCard, "carteidentite"));

    private readonly PersonalDataModel _model;

    public NumberEvidence(PersonalDataModel model) => _model = model;

    /// <summary>The likeliest reading with its evidence; null when none has enough.</summary>
    public NumberVerdict? Judge(ImmutableArray<NationalId> readings, NumberContext context)
    {
        NumberVerdict? best = null;
        foreach (var id in readings)
        {
            if (Judge(id, context) is { } verdict && verdict.Points >= Enough && (best is null || verdict.Points > best.Points))
            {
                best = verdict;
            }
        }

        return best;
    }

    private NumberVerdict? Judge(NationalId id, NumberContext context)
    {
        var points = Checks + context.Numeric + (id.StandsByItself ? Written : 0);
        MessageArg date = id.Birth is null ? "" : MessageArg.Text(Texts.NumberDate);
        MessageArg form = id.StandsByItself ? MessageArg.Text(Texts.NumberForm) : "";
        MessageArg name = "";
        var isNamed = false;
        foreach (var n in context.Names)
        {
            var meaning = Says(n, id.Kind);
            if (meaning == Meaning.This)
            {
                points += Named;
                name = MessageArg.Text(Texts.NumberNamed, Short(n));
                isNamed = true;
                break;
            }

            if (meaning == Meaning.Another)
            {
                return null;
            }
        }

        if (!isNamed && context.Names.FirstOrDefault(n => Tokenizer.Tokens(Short(n)).Any(Vague.Contains)) is { } vague)
        {
            points += NamedVaguely;
            name = MessageArg.Text(Texts.NumberNamedVaguely, Short(vague));
        }

        if (context.Names.Count > 0 && Tokenizer.Tokens(Short(context.Names[0])) is var words)
        {
            points += words.Any(Else.Contains) ? SomethingElse : 0;
            if (id.Kind == NationalIdKind.Iban && context.Names.Any(n => Tokenizer.Tokens(Short(n)).Any(Organisation.Contains)))
            {
                return null;
            }
        }

        var isCommented = false;
        if (!isNamed && context.Comments.Select(c => Word(c, id.Kind)).FirstOrDefault(w => w is not null) is { } word)
        {
            points += Commented;
            isCommented = true;
            name = MessageArg.Text(Texts.NumberCommented, word);
        }

        if ((id.NeedsName && !isNamed && !isCommented)
            || (id.Kind == NationalIdKind.Luxembourg && !isNamed && NationalIds.IsBarCode(id.Digits)))
        {
            return null;
        }

        MessageArg beside = "";
        var person = context.Beside.FirstOrDefault(IsPersonal) ?? (context.HasMailAddress ? "@" : null);
        if (person is not null || context.InPerson)
        {
            points += PersonBeside;
            beside = person is null ? MessageArg.Text(Texts.NumberInPerson) : MessageArg.Text(Texts.NumberBeside, Short(person));
        }

        if (id.Birth is { } birth && context.Texts.Any(t => HasDate(t, birth)))
        {
            points += BirthBeside;
            beside = MessageArg.Text(Texts.NumberBirth);
        }

        return new NumberVerdict(id, points, date, form, name, beside, person is not null || context.InPerson);
    }

    private enum Meaning
    {
        Nothing,
        This,
        Another,
    }

    private Meaning Says(string name, NationalIdKind kind)
    {
        var glued = Tokenizer.Glue(Short(name));
        if (glued.Length == 0)
        {
            return Meaning.Nothing;
        }

        var own = Meaning.Nothing;
        foreach (var (of, word) in OwnWords)
        {
            if (word.Length > 3 ? glued.Contains(word) : Tokenizer.Tokens(Short(name)).Contains(word))
            {
                if (of == kind)
                {
                    return Meaning.This;
                }

                own = Meaning.Another;
            }
        }

        // "National number" fits several of them; a BSN passes so easily that only its own name will do.
        if (own == Meaning.Another || kind == NationalIdKind.Bsn)
        {
            return own;
        }

        return _model.ClassifyName(name)?.Category switch
        {
            "national-id" or "care-id" => kind is NationalIdKind.Riziv or NationalIdKind.Iban ? Meaning.Another : Meaning.This,
            "professional-id" => kind == NationalIdKind.Riziv ? Meaning.This : Meaning.Another,
            "financial" => kind is NationalIdKind.Iban or NationalIdKind.EidCard ? Meaning.This : Meaning.Nothing,
            _ => Meaning.Nothing,
        };
    }

    /// <summary>The word or pair of words in a comment or test name that says which number it is.</summary>
    private string? Word(string comment, NationalIdKind kind)
    {
        const int MostWords = 24;
        string? previous = null;
        var count = 0;
        foreach (var word in comment.Split(CommentSeparators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (++count > MostWords)
            {
                return null;
            }

            if (Says(word, kind) == Meaning.This)
            {
                return word;
            }

            if (previous is not null && Says(previous + " " + word, kind) == Meaning.This)
            {
                return previous + " " + word;
            }

            previous = word;
        }

        return null;
    }

    private static readonly char[] CommentSeparators = [' ', '\t', ',', '.', ':', ';', '(', ')', '/', '*', '"', '\'', '=', '<', '>', '_', '-', '!', '?'];

    private bool IsPersonal(string name) =>
        _model.ClassifyName(name) is { Confidence: Confidence.High, Category: "identity.name" or "birth-age" or "contact.email" };

    // Of a path or an address the last part: the rest is about where it stands.
    private static string Short(string name)
    {
        var part = name.TrimEnd('/', ']', ':');
        return part.Substring(part.LastIndexOfAny(['/', '#', ':', '[', '.', '?', '&']) + 1);
    }

    private static bool HasDate(string text, DateTime birth)
    {
        foreach (var format in (string[])["yyyy-MM-dd", "yyyy-M-d", "yyyy, M, d", "yyyy,M,d", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy"])
        {
            if (text.IndexOf(birth.ToString(format, CultureInfo.InvariantCulture), StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
