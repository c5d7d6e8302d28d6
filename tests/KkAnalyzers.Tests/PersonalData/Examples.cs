namespace KkAnalyzers.Tests.PersonalData;

/// <summary>Names as they occur in code, with what the classifier must say of them.</summary>
internal static class Examples
{
    /// <summary>name | type | owner | category | flag or review.</summary>
    public const string Found = """
        FirstName | string |  | identity.name | flag
        LastName | string |  | identity.name | flag
        first_name | string |  | identity.name | flag
        firstname | string |  | identity.name | flag
        Voornaam | string |  | identity.name | flag
        Achternaam | string |  | identity.name | flag
        achterNaam | string |  | identity.name | flag
        FamilieNaam | string |  | identity.name | flag
        Geboortenaam | string |  | identity.name | flag
        Tussenvoegsels | string |  | identity.name | flag
        Voorletters | string |  | identity.name | flag
        Prénom | string |  | identity.name | flag
        prenomPatient | string |  | identity.name | flag
        NomDeFamille | string |  | identity.name | flag
        NomDeNaissance | string |  | identity.name | flag
        mPrénom | string |  | identity.name | flag
        PatientName | string |  | identity.name | flag
        nomPatient | string |  | identity.name | flag
        EmailAddress | string |  | contact.email | flag
        EMailAdres | string |  | contact.email | flag
        contactEmail | string |  | contact.email | flag
        AdresseEmail | string |  | contact.email | flag
        PhoneNumber | string |  | contact.phone | flag
        TelefoonNummer | string |  | contact.phone | flag
        telnr | string |  | contact.phone | flag
        GsmNummer | string |  | contact.phone | flag
        NuméroTéléphone | string |  | contact.phone | flag
        numTel | string |  | contact.phone | flag
        MobielNummer | string |  | contact.phone | flag
        Rijksregisternummer | string |  | national-id | flag
        RijksRegisterNr | string |  | national-id | flag
        RRnr | string |  | national-id | flag
        Insz | string |  | national-id | flag
        INSZNummer | string |  | national-id | flag
        insz_nummer | string |  | national-id | flag
        Niss | string |  | national-id | flag
        NumeroNational | string |  | national-id | flag
        NumRegistreNational | string |  | national-id | flag
        Ssin | string |  | national-id | flag
        hcpSsin | string |  | national-id | flag
        BSN | int |  | national-id | flag
        bsnNummer | string |  | national-id | flag
        Burgerservicenummer | string |  | national-id | flag
        NoSecu | long |  | national-id | flag
        BisNummer | string |  | national-id | flag
        PaspoortNummer | string |  | national-id | flag
        EidCardNumber | string |  | national-id | flag
        PatientNummer | string |  | care-id | flag
        patientId | Guid |  | care-id | flag
        PatientenNummer | string |  | care-id | flag
        VerzekerdeNummer | string |  | care-id | flag
        MedicalRecordNumber | string |  | care-id | flag
        Uzovi | string |  | care-id | flag
        NumeroAffiliation | string |  | care-id | flag
        rizivNummer | string |  | professional-id | flag
        RizivNr | string |  | professional-id | flag
        AgbCode | string |  | professional-id | flag
        AgbcodeVerwijzer | string |  | professional-id | flag
        hcpNihii | string |  | professional-id | flag
        NumeroInami | string |  | professional-id | flag
        Geboortedatum | DateTime |  | birth-age | flag
        geboorteDatum | string |  | birth-age | flag
        DatumGeboorte | DateTime |  | birth-age | flag
        DateOfBirth | DateOnly |  | birth-age | flag
        BirthDate | DateTime |  | birth-age | flag
        dob | DateTime |  | birth-age | flag
        DateNaissance | DateTime |  | birth-age | flag
        DateDeNaissance | string |  | birth-age | flag
        Leeftijd | int |  | birth-age | flag
        DatumOverlijden | DateTime |  | birth-age | flag
        Geslacht | string |  | demographics | flag
        BurgerlijkeStaat | string |  | demographics | flag
        Nationaliteit | string |  | demographics | flag
        EtatCivil | string |  | demographics | flag
        Straat | string |  | address | flag
        Huisnummer | string |  | address | flag
        WoonAdresStraat | string |  | address | flag
        WoonAdresHuisnummerToevoeging | string |  | address | flag
        PostCode | string |  | address | flag
        AdressePostale | string |  | address | flag
        CodePostal | string |  | address | flag
        Latitude | double |  | geolocation | flag
        BreedteGraad | double |  | geolocation | flag
        LaatsteLocatie | string |  | geolocation | flag
        Iban | string |  | financial | flag
        RekeningNummer | string |  | financial | flag
        Inkomen | decimal |  | financial | flag
        CompteBancaire | string |  | financial | flag
        Diagnose | string |  | health.diagnosis | flag
        HoofdDiagnose | string |  | health.diagnosis | flag
        Diagnoses | List<string> |  | health.diagnosis | flag
        PrimaryDiagnosis | string |  | health.diagnosis | flag
        IcdCode | string |  | health.diagnosis | flag
        DiagnosticPrincipal | string |  | health.diagnosis | flag
        HasDiabetes | bool |  | health.diagnosis | flag
        HivStatus | enum |  | health.diagnosis | flag
        Medicatie | string |  | health.medication | flag
        MedicatieSchema | string |  | health.medication | flag
        MedicatieSchemaItem | string |  | health.medication | flag
        Medicament | string |  | health.medication | flag
        Posologie | string |  | health.medication | flag
        Dosering | string |  | health.medication | flag
        PrescriptionText | string |  | health.medication | flag
        Allergieën | string |  | health.allergy | flag
        HasAllergies | bool |  | health.allergy | flag
        BloodPressure | string |  | health.vitals-lab | flag
        Bloeddruk | string |  | health.vitals-lab | flag
        HeartRate | int |  | health.vitals-lab | flag
        HbA1c | decimal |  | health.vitals-lab | flag
        SpO2 | int |  | health.vitals-lab | flag
        Glycemie | double |  | health.vitals-lab | flag
        LaboResultaat | string |  | health.vitals-lab | flag
        TensionArterielle | string |  | health.vitals-lab | flag
        SuicideRisk | int |  | health.mental | flag
        Suïciderisico | bool |  | health.mental | flag
        DepressionScore | int |  | health.mental | flag
        Phq9Score | int |  | health.mental | flag
        StemmingsScore | int |  | health.mental | flag
        SanteMentale | string |  | health.mental | flag
        Middelengebruik | string |  | health.substance | flag
        AlcoholGebruik | string |  | health.substance | flag
        IsSmoker | bool |  | health.substance | flag
        ConsommationAlcool | string |  | health.substance | flag
        IsZwanger | bool |  | health.reproductive | flag
        IsPregnant | bool |  | health.reproductive | flag
        Zwangerschapsduur | int |  | health.reproductive | flag
        DateAccouchement | DateTime |  | health.reproductive | flag
        KatzScore | int |  | health.disability | flag
        BelRAI_Score | int |  | health.disability | flag
        Rolstoelgebruiker | bool |  | health.disability | flag
        DisabilityPercentage | int |  | health.disability | flag
        Anamnese | string |  | health.general | flag
        anamnese_notities | string |  | health.general | flag
        MedicalHistory | string |  | health.general | flag
        ZorgPlan | string |  | health.general | flag
        PatientenDossier | string |  | health.general | flag
        DossierMedical | string |  | health.general | flag
        Antecedents | string |  | health.general | flag
        Ziekenhuisopname | DateTime |  | health.general | flag
        IsPalliatief | bool |  | health.general | flag
        Huisarts | string |  | care-relation | flag
        Mantelzorger | string |  | care-relation | flag
        MantelZorgerId | Guid |  | care-relation | flag
        MedecinTraitant | string |  | care-relation | flag
        Ziekenfonds | string |  | care-relation | flag
        Mutualiteit | string |  | care-relation | flag
        TreatingPhysician | string |  | care-relation | flag
        OcmwDossier | string |  | social-welfare | flag
        Leefloon | decimal |  | social-welfare | flag
        HuiselijkGeweld | bool |  | social-welfare | flag
        DossierCpas | string |  | social-welfare | flag
        Vingerafdruk | byte[] |  | biometric-genetic | flag
        FaceEmbedding | float[] |  | biometric-genetic | flag
        BiometricTemplate | byte[] |  | biometric-genetic | flag
        Geloofsovertuiging | string |  | art9-other | flag
        SexualOrientation | string |  | art9-other | flag
        Ethnicity | string |  | art9-other | flag
        VakbondsLidmaatschap | bool |  | art9-other | flag
        Strafblad | string |  | criminal | flag
        CriminalRecord | string |  | criminal | flag
        CasierJudiciaire | string |  | criminal | flag
        Wachtwoord | string |  | credentials | flag
        MotDePasse | string |  | credentials | flag
        Password | string |  | credentials | flag
        ApiKey | string |  | service-secret | flag
        AccessToken | string |  | credentials | flag
        IpAddress | string |  | online-device | flag
        RemoteIpAddress | IPAddress |  | online-device | flag
        AdvertisingId | string |  | online-device | flag
        ChatBericht | string |  | communication | flag
        ChatMessage | string |  | communication | flag
        WondFoto | byte[] |  | image-voice | flag
        ProfielFoto | string |  | image-voice | flag
        VoiceRecording | byte[] |  | image-voice | flag
        IsMinderjarig | bool |  | minors | flag
        JeugdhulpDossier | string |  | minors | flag
        NaamKind | string |  | minors | flag
        Name | string | Patient | identity.name | flag
        Naam | string | Bewoner | identity.name | flag
        Nom | string | Patient | identity.name | flag
        Email | string | ApplicationUser | contact.email | flag
        Telefoon | string | Contactpersoon | contact.phone | flag
        Gsm | string | Mantelzorger | contact.phone | flag
        Adres | string | Zorgvrager | address | flag
        Ville | string | Patient | address | flag
        Condition | string | Patient | health.general | flag
        Notities | string | Bewoner | health.general | flag
        Gewicht | double | Patient | health.vitals-lab | flag
        Temperature | double | PatientMeasurement | health.vitals-lab | flag
        Klachten | string | Client | health.general | flag
        Naam | string | Client | identity.name | flag
        Email | string |  | contact.email | review
        Address | string | OrderLine | address | review
        Gender | string |  | demographics | review
        Diagnostic | string |  | health.diagnosis | review
        Voorschrift | string |  | health.medication | review
        Dossiernummer | string |  | care-id | review
        Rrn | string |  | national-id | review
        Username | string |  | online-device | review
        """;

    /// <summary>name | type | owner | why it is none.</summary>
    public const string NotFound = """
        FileName | string |  | technical name
        HostName | string |  | technical name
        ClassName | string |  | technical name
        DisplayName | string | DisplayAttribute | metadata
        Name | string | DiagnosticDescriptor | not a person owner
        Name | string |  | bare weak term, no person
        FullName | string | FileInfo | System.IO path
        FullName | string | Type | reflection
        TableName | string |  | technical
        PolicyName | string |  | authorisation
        RoleName | string |  | authorisation
        MethodName | string |  | reflection
        Naam | string |  | weak term, no person owner
        Bestandsnaam | string |  | file name (NL)
        NomFichier | string |  | file name (FR)
        MemoryAddress | long |  | memory
        BaseAddress | Uri | HttpClient | HTTP
        EmailTemplate | string |  | template
        EmailSender | IEmailSender |  | service
        EmailService | IEmailService |  | service
        EmailConfirmed | bool | IdentityUser | flag about the datum
        HasEmail | bool |  | flag about the datum
        PhoneNumberConfirmed | bool | IdentityUser | flag
        PhoneNumberRegex | string |  | validation metadata
        EmailMaxLength | int |  | metadata
        FirstNameLabel | string |  | UI metadata
        FirstNameColumn | string |  | metadata
        VoornaamVerplicht | bool |  | metadata
        MaxAge | TimeSpan |  | cache-control
        CacheAge | TimeSpan |  | cache
        Page | int |  | contains 'age'
        Message | string | Exception | contains 'age', error text
        Storage | string |  | contains 'age'
        Image | string |  | contains 'age'
        Language | string |  | contains 'age'
        Package | string |  | contains 'age'
        Coverage | double |  | contains 'age'
        Average | double |  | contains 'age'
        ErrorMessage | string |  | error text
        HttpRequestMessage | HttpRequestMessage |  | HTTP
        CommitMessage | string |  | git
        cancellationToken | CancellationToken |  | by type
        CancellationToken | CancellationToken |  | by type
        SyntaxToken | SyntaxToken |  | Roslyn
        JsonToken | JsonToken |  | JSON
        ContinuationToken | string |  | paging
        MaxTokens | int |  | LLM
        TokenCount | int |  | LLM
        AntiforgeryToken | string |  | CSRF
        IfCondition | bool |  | control flow
        WhereCondition | string |  | SQL
        RaceCondition | bool |  | concurrency
        ConditionExpression | Expression |  | expression tree
        StateHasChanged | void |  | Blazor
        ComponentState | enum |  | UI state
        WindowsPhone | string |  | platform
        IsPhone | bool |  | device idiom
        DeviceIdiom | string |  | device idiom
        GenderNeutral | bool |  | not a datum
        SessionTimeout | TimeSpan |  | HTTP session
        SessionOptions | SessionOptions |  | HTTP session
        ReleaseNotes | string |  | software
        HealthCheck | IHealthCheck |  | infrastructure
        HealthStatus | HealthStatus | HealthReportEntry | infrastructure
        HealthEndpoint | string |  | infrastructure
        PlayerHealth | int |  | game
        Heartbeat | TimeSpan |  | infrastructure
        Diagnostics | string |  | System.Diagnostics
        DiagnosticId | string |  | Roslyn
        DiagnosticAnalyzer | Type |  | Roslyn
        DiagnosticDescriptor | DiagnosticDescriptor |  | Roslyn
        MemoryDiagnoser | Type |  | BenchmarkDotNet
        FontWeight | int |  | typography
        FontFamily | string |  | typography
        LineHeight | double |  | layout
        RowHeight | double |  | layout
        Temperature | float | ChatCompletionsOptions | LLM sampling
        Temperature | int | WeatherForecast | weather
        TemperatureC | int | WeatherForecast | weather
        BackPressure | int |  | flow control
        StoredProcedure | string |  | SQL
        ProcedureName | string |  | SQL
        ObservableCollection | ObservableCollection |  | MVVM
        MinorVersion | int |  | version
        Minor | int | Version | version
        ChildContent | RenderFragment |  | Blazor
        ParentId | int |  | tree
        ChildNodes | List |  | tree
        SyntaxKind | SyntaxKind |  | enum kind vs NL kind
        DateTimeKind | DateTimeKind |  | enum kind vs NL kind
        ScreenOrientation | enum |  | screen
        UnionType | string |  | type system
        UnionWith | void |  | set
        ClientId | string | OAuthOptions | OAuth
        ClientSecretName | string |  | configuration name
        HttpClient | HttpClient |  | tech client
        ApiClientName | string |  | tech client
        HttpClientName | string |  | tech client
        IpAddressFamily | AddressFamily |  | network
        ZipFile | string |  | archive
        ZipArchive | ZipArchive |  | archive
        CursorPosition | int |  | UI
        SourceLocation | Location |  | compiler
        RedirectLocation | string |  | HTTP
        CertificateFingerprint | string |  | crypto
        BuildFingerprint | string |  | build
        GeneticAlgorithm | IAlgorithm |  | optimisation
        MethodSignature | string |  | code
        WebhookSignature | string |  | crypto
        PasswordOptions | PasswordOptions |  | configuration
        PasswordPolicy | PasswordPolicy |  | configuration
        PasswordLength | int |  | metadata
        RequirePassword | bool |  | configuration
        ForgotPasswordUrl | string |  | route
        IsDisabled | bool |  | UI state
        Disabled | bool |  | UI state
        InvalidOperation | string |  | contains 'invalid'
        Invalidate | void |  | contains 'invalid'
        Aborted | bool |  | contains 'abort'
        RequestAborted | CancellationToken |  | contains 'abort'
        DossierTemp | string |  | FR folder
        CheminDossier | string |  | FR folder
        DossierSource | string |  | FR folder
        TraitementDonnees | string |  | FR data processing
        EtatCommande | string |  | FR order status
        BehandelAanvraag | void |  | NL handle request
        ZorgplannerRoot | string |  | product name
        MapPin | object |  | map
        DockerImage | string |  | container
        BackgroundImage | string |  | style
        LogoImage | string |  | asset
        BodyContent | string |  | HTML
        HtmlContent | string |  | HTML
        RequestBody | string |  | HTTP
        PageTitle | string |  | UI
        LoadBalancer | string |  | contains 'balance'
        ProblemDetails | ProblemDetails |  | RFC 9457
        WebVitals | string |  | performance
        CardComponent | object |  | UI card
        Dispose | void |  | contains 'dis/pose'
        Patiently | void |  | adverb
        Impatient | bool |  | adjective
        """;

    /// <summary>type | members, each with its category or none: classes as people wrote them.</summary>
    public const string Classes = """
        DeelnemerProfiel | AchternaamVolledig identity.name, Afdeling none, Bsn national-id, Burgerlijkestaat demographics, CrmId none, DatumGeboorte birth-age, DatumOverlijden birth-age, Geboortenaam identity.name, Geslacht demographics, IsActief none, Naam identity.name, Tussenvoegsels identity.name, Voorletters identity.name, Adressen address
        PersoonsGegevens | Aanhef identity.name, Achternaam identity.name, Emailadres contact.email, Geboortedatum birth-age, HeeftMachtiging none, Mobielnummer contact.phone, Telefoonnummer contact.phone, Voornaam identity.name
        VerzekerdeAangemaakt | Bsn national-id, Geslacht demographics, Geboortedatum birth-age, VolledigeNaam identity.name, AgbcodeVerwijzer professional-id, Adres address, PatientNummer care-id, VerzekerdeNummer care-id, Uzovi care-id, ProfielCode none, ProfielStartdatum none
        Deelnemer | EmailAdres contact.email, WoonAdresStraat address, WoonAdresHuisnummer address, WoonAdresHuisnummerToevoeging address, WoonAdresPostcode address, Version none
        VertegenwoordigerWerdToegevoegd | Insz national-id, IsPrimair none, Roepnaam identity.name, Rol none, Voornaam identity.name, Achternaam identity.name, Email contact.email, Telefoon contact.phone, SocialMedia none
        Patient | NomPatient identity.name, PrenomPatient identity.name, DateNaissance birth-age, Sexe demographics, Adresse address, SituationFamiliale demographics, Tel contact.phone, NomPere family, Tel_P_a_prevenir contact.phone
        Patient | Prenom identity.name, Nom identity.name, DateNaissance birth-age, Genre demographics, AdressePostale address, Telephone contact.phone
        Patient | mNuméroAssuranceMaladie care-relation, Prénom identity.name, mNuméroTéléphone contact.phone
        Patient | voornaam identity.name, achternaam identity.name, oudervoogd_id none, trajectid none, artsid none
        Person | GivenName identity.name, FamilyName identity.name, DateOfBirth birth-age, Email contact.email, BSN national-id, PhoneNumber contact.phone
        InitialMigration | Rijksregisternummer national-id, Achternaam identity.name, Naam none
        IReturnCalculation | insz national-id, siNumber none
        """;

    /// <summary>type | members, + personal data, - not: labelled by hand.</summary>
    public const string HeldOut = """
        Medisch | +HuisArtsNaam +HuisArtsTelefoon +ZiekteIngreep +Suikerziekte +Astma +Hartkwaal +Huidaandoening +Epilepsie +Allergieen +AndereAandodeningen +VaccinatieKindEnGezin
        ApplicationUser | +Geslacht +Geboortdatum +Adres +Woonplaats +Gemeente +Geboorteplaats +Nationaliteit +BSNNummer +Verzekering +Huisarts +Reanimatiebeleid +ReanimatieOpmerking +JuridischeStatus +BurgelijkeStatus +Gezin +Scholing +Werk +Religie +ReligieOpmerking +Disabled +Financien +Voornaam +Achternaam
        AfspraakModel | +PatientAchternaam +Email +Telefoonnummer +Rijksregisternummer +DokterNaam -Datum -Tijd -MinimumDatum
        Bestuurder | +Naam +Voornaam +Geboortedatum +Rijksregisternummer +Adres -Voertuig -Tankkaart +Geslacht -Id -Koppeling -IsGearchiveerd -LaatstGeupdate
        Lid | +familieNaam +voorNaam +geboorteDatum +adres +postcode +gemeente +telefoonnummer +emailadres +rijksregisternummer
        LidViewModel | +Voornaam +Achternaam +Email +GSM +Telefoon +Rijksregisternummer1 +Busnummer +Huisnummer
        IdentiteitPersoonDto | +Naam +Voornaam +Rijksregisternummer +Geboortedatum
        WerknemerInfo | +naam +geslacht +geboortedatum +rijksregisternummer -datumIntreding +rekeningnummer -uren -bedrijfswagen +startLoon
        Acte | +HasALD +IsAccident +AccidentDate +ToothNumber +MutuelleAmount +MutuelleId +PractitionerName -FSENumber -FSEDate -IsFSEFormatted -Semester -MultiPaymentId -IsNight
        RegisterPatient | +Nom +Prenom +DateNaiss +Mutuelle +Password +ConfirmPassword +DateNaissance +AntecedentsMedicaux -Role
        Patient | -Numero +Nom +Prenom +Sexe +Adresse +Tele +Date_naissance +Mutuelle -Date_creation +SocialSecurityNumber +profession +weight +height +allergies +treatments +antecedents +comments
        VitalSign | +HeartRate +BloodPressure +Temperature +OxygenSaturation +Height +Weight +BMI +BloodSugar -ConsultationId -Id
        IPrepVisit | -FacilityName -VisitID -VisitDate +BloodPressure +Temperature +Weight +Height +BMI +STIScreening +STISymptoms +STITreated +Circumcised +LMP +MenopausalStatus +PregnantAtThisVisit +EDD +PlanningToGetPregnant +PregnancyPlanned +PregnancyEnded +PregnancyEndDate
        clsVital | -VitalID -AppointmentID -VisitID +BloodPressure +Temperature +Weight +Pulse -RecordedDate -Mode
        User | +Height +Weight -Id +ZipCode +CurrentAddress +City +Country +HomePhone +MobilePhone +BloodPressure +Email +Username +Password
        HealthJournal | -HealthJournalId +PatientId -Date +BloodPressure +BloodSugar +HeartRate
        IcuPatientVitalDto | -VitalId +PatientId +PatientName +MedicalRecordNumber +BedNumber +BloodPressure +HeartRate +SpO2 +GcsScore +Temperature -RecordedAt -AlertStatus
        MedicalRecord | -ID +PatientID +DoctorID -VisitDate +Diagnosis +Prescription +Notes +Height +Weight +BloodPressure +Temperature
        AddBloodPressure | +Bloodpressure +PulseRate +Notes -Date
        SheetPatient | +AntecedentsH +AntecedentsP +Gender +Town +Street +PhysicalExamination
        FormulaireTdah | +SituationFamiliale +GardePrincipale +Tdah +Dyslexie +Tsa +TroublesAnxieux +Depression +Bipolarite +Addictions +TentativeSuicide +AntecedentsAutre -AutorSms -DateSaisie -LinkedDocumentPath
        Dossier | +NumeroDossier +PatientID +Poids +Taille +GroupeSanguin +Allergies +Traitement +Antecedents
        NutritionVisit | +IdealBodyWeight +CalculatedBMI +BMICategory +MeasuredHeight +MeasuredWaist +BloodPressure +FastingGlucose +Creatinine +Albumin +VisceralFat +BodyWater
        VerzekerdeRecord | -ZorgVerlenersContractSoort +Geslacht -Contractnummer -IsRestitutieclausule +ChronischeFysiotherapie +ChronischeMedicatie
        UpdateAnimalVetDto | -Age -Allergies -AntecedentsMedicaux
        PartitioningOfLevels | -Iteration -Code -VariableName -SelectedLevel -AntecedentSet
        Patiënt | +Reden +Allergie -Oplossing -Urgentie +Medicatie +Geboortedatum +bloedtype +naam +adres
        CreateKind | -PersoonId +Naam +Voornaam +Geboortedatum +Allergieën +Medicatie
        Kind | -Id -PersoonId +Naam +Voornaam +Geboortedatum +Allergieen +Medicatie -Groepsreizen
        KindEditViewModel | -Id +Naam +Voornaam +GeboorteDatum +Allergieen +Medicatie
        Medisch | -MedischId +DeelnemerId +Omschrijving +Medicatie +Behandeling
        Dokter | -ID +Naam +Geboortedatum -Specialiteit -Diploma
        PatientDiseases | -Id +Chronic +Infected +DoctorName +EnterDate +OutDate +Diagnose -Department +PatientId
        Prescription | -PrescriptionId -CreateDate +Diagnose +ExaminationResult
        PatientInfo | +PatientCode -WardName +BedNo +HospitalNo +PatientName +Diagnose +Birthday +Age +Sex
        MonitorResult | -ResultID -IsMonitorTitle -IsCustom -Title +DrugName -ResultDesc -CheckTime -CheckLevel
        VisitForm | +Anamnesis +Diagnose +Notes +Name +Phone -Section +VisitDate +BloodType +Gender +UseMedicine
        PatientReport | -Id +Diagnose +Doctor +Patient +PrescribedMedicine
        PatientFr | +Nom +Prenom +Sexe +GroupeSanguin +DateNaissance +StatutMatrimonial +Occupation +Adresse +Telephone +Email +NIF
        HistoriqueMedical | -Id +GroupeSanguin +Allergies +PatientId +DiagnosticsPasses
        Patient | +GroupeSanguin +Poids -IdPatient +SituationMatrimoniale +Age +Taille +Sexe +Soins +RendezVous
        Agent | -DatePriseFonction -UniteMere -NomUnite -DateActe -LieuAffectation +EtatCivil +GroupeSanguin +Rhesus +ProvinceOrigine +NumeroRue +Rue +Commune +Telephone -CategoriePermis +NumeroPermis
        DossierMedical | -Id +Allergies +MaladiesChroniques +MedicamentsActuels +AntécédentsFamiliaux +AntécédentsPersonnels +GroupeSanguin -Documents -DateCreation +PatientId
        PersonnageMortRequete | -IdPlaneteOrigine -IdSpecialite +Nom +Matricule +GroupeSanguin +DateNaissance +DateMort -EstFormateur -FormationFaite -EtatService
        AppelUrgentDto | -Id -DateAppel +GroupeSanguin -Priorite -EstActif -NombreNotificationsEnvoyees
        Donneur | +GroupeSanguin +EstEligible -EstRegulier -EstActif +PersonneDeContactId
        PatientResponseDto | -Id +Nom +DateNaissance +GroupeSanguin -DateInscription +Age
        RapportGenerateDto | -Type -Format -CreeParAdminId
        """;
}
