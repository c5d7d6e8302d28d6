namespace KkAnalyzers.PersonalData;

internal sealed partial class Vocabulary
{
    /// <summary>What the name of a type says about its members; the members themselves are not looked at.</summary>
    /// <param name="name">Name of the type.</param>
    /// <param name="outerName">Name of the type around it: what Command or Dto alone stands for.</param>
    public OwnerInfo Owner(string name, string? outerName)
    {
        var all = Tokenizer.Tokens(name);
        if (outerName is not null && all.TrueForAll(w => Has(w, TypeWord.Container)))
        {
            all.InsertRange(0, Tokenizer.Tokens(outerName));
        }

        while (all.Count > 1 && char.IsDigit(all[all.Count - 1][0]))
        {
            all.RemoveAt(all.Count - 1);
        }

        var count = all.Count;
        while (count > 1)
        {
            if (count > 2 && Has(all[count - 2] + all[count - 1], TypeWord.Container))
            {
                count -= 2; // ViewModel
            }
            else if (Has(all[count - 1], TypeWord.Container))
            {
                count--;
            }
            else
            {
                break;
            }
        }

        if (count == 0)
        {
            return new OwnerInfo(name, all, PersonKind.None, false, false, false, false, false);
        }

        var isHolder = Has(all[all.Count - 1], TypeWord.Holder) || (all.Count > 1 && Has(all[all.Count - 2] + all[all.Count - 1], TypeWord.Holder));
        var isAnimal = all.Exists(w => Has(w, TypeWord.Animal));
        var person = isAnimal ? PersonKind.None : Kind(all, count);
        var isTechnical = person == PersonKind.None && Has(all[count - 1], TypeWord.Head);

        var isSettings = person == PersonKind.None && Has(all[count - 1], TypeWord.Settings);

        // Anamnese, MedicalRecordDto: the name is health data by itself.
        var core = string.Join("_", all.Take(count));
        var isHealthRecord = !isTechnical && !isAnimal
            && Match(core, new NameContext(null, ValueKinds.Object)) is { IsStrong: true, Category.Trait: DataTrait.Health };
        return new OwnerInfo(name, all, person, isTechnical, isHealthRecord, isAnimal, isSettings, isHolder);
    }

    /// <summary>True for a base type that makes what derives from it a person: Persoon does, VolunteerCommand does not.</summary>
    public bool IsPersonBase(string name)
    {
        var words = Tokenizer.Tokens(name);
        return words.Count > 0 && !Has(words[words.Count - 1], TypeWord.Container) && Owner(name, null).Person == PersonKind.Person;
    }

    /// <summary>Person when the last words are one, associated when others are and the type is not technical.</summary>
    private PersonKind Kind(List<string> all, int count)
    {
        Span<char> chars = stackalloc char[Tokenizer.MaxLength];
        Span<int> ends = stackalloc int[Tokenizer.MaxLength];
        var total = Tokenizer.Split(string.Join("_", all), chars, ends);
        if (total < count)
        {
            return PersonKind.None;
        }

        var words = new Words(chars, ends.Slice(0, total));
        var isHead = Has(all[count - 1], TypeWord.Head);
        for (var first = count - 1; first >= 0 && first > count - 4; first--)
        {
            // Client is a person; PatientClient calls something.
            if (_nouns.Find(words.Run(first, count - 1)) is not null
                && IsPerson(words, first, count - 1)
                && !(isHead && first == count - 1 && HasPersonBefore(words, first)))
            {
                return PersonKind.Person;
            }
        }

        if (isHead)
        {
            return PersonKind.None;
        }

        var last = words[count - 1];
        foreach (var stem in _nounStems)
        {
            if (last.EndsWith(stem.Word.AsSpan()) && !IsException(stem.Term, last))
            {
                return PersonKind.Person;
            }
        }

        return HasPersonBefore(words, count) ? PersonKind.Associated : PersonKind.None;
    }

    private bool HasPersonBefore(Words words, int end)
    {
        for (var i = 0; i < end; i++)
        {
            for (var j = i; j < end && j < i + 3; j++)
            {
                if (IsPerson(words, i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Has(string word, TypeWord role) => _typeWords.Find(word.AsSpan()) is TypeWord roles && (roles & role) != 0;
}
