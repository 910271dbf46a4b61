import { areaTexts } from '../../i18n/area-texts.ts';

/** Why stock is not received, opened, thrown away or given, and the way on. The desk says some of them, too. */
export const stockRefusals = areaTexts({
  de: {
    'other-product':
      'Diese Charge ist als anderer Impfstoff eingegangen. Bitte das Etikett lesen und die richtige Flasche scannen.',
    'lot-blocked':
      'Diese Charge ist gesperrt. Bitte eine Flasche einer anderen Charge nehmen; wurde die Dosis schon gegeben, speichern Sie sie mit Grund und zweiter Person.',
    'vial-past-use':
      'Die Zeit dieser Flasche ist abgelaufen. Bitte verwerfen und eine neue scannen; wurde die Dosis schon gegeben, speichern Sie sie mit Grund und zweiter Person.',
    'vial-discarded':
      'Diese Flasche ist als verworfen eingetragen. Bitte eine andere scannen; wurde die Dosis schon gegeben, speichern Sie sie mit Grund und zweiter Person.',
    'vial-run-out':
      'Aus dieser Flasche sind alle Dosen entnommen. Bitte die nächste scannen; kam doch noch eine heraus, speichern Sie sie mit Grund und zweiter Person.',
    'thaw-over':
      'Von dieser Charge liegen Flaschen da, die zu lange aufgetaut sind. Bitte erst diese im Bestand verwerfen oder eine andere Charge nehmen; wurde die Dosis schon gegeben, speichern Sie sie mit Grund und zweiter Person.',
    'lot-unknown': 'Diese Charge ist hier nicht als Eingang erfasst. Bitte zuerst den Eingang erfassen.',
    'vial-reason-missing': 'Bitte angeben, warum die Dosis trotzdem gegeben wurde.',
    'thawed-in-future': 'Das Auftaudatum liegt in der Zukunft. Bitte prüfen.',
    'source-missing': 'Bitte angeben, von wem das kommt, zum Beispiel die Apotheke oder das Schreiben.',
    'fridge-unknown': 'Diesen Kühlschrank gibt es hier nicht mehr. Bitte einen anderen wählen.',
    'vial-already-open': 'Diese Flasche wurde schon einmal geöffnet. Bitte eine andere scannen.',
    'vial-unknown': 'Diese Flasche ist nicht bekannt. Bitte die Liste neu öffnen.',
    'vial-already-discarded': 'Diese Flasche ist schon als verworfen eingetragen.',
    'vial-source-missing': 'Bitte angeben, woher die Angaben stammen.',
    'waste-reason-of-opened':
      'Dieser Grund passt nur zu einer geöffneten Flasche. Bitte einen anderen Grund wählen.',
    'more-than-there':
      'So viele Flaschen liegen nach dem Bestand nicht da. Bitte zuerst zählen und die Zählung speichern.',
    'stock-note-missing': 'Bitte angeben, was mit der Flasche ist.',
    'lot-already-blocked': 'Diese Charge ist schon gesperrt.',
    'lot-not-blocked': 'Diese Charge ist nicht gesperrt.',
    'lot-reason-missing': 'Bitte einen Grund angeben.',
    'not-later': 'Das neue Datum muss nach dem jetzigen liegen.',
    'fridge-name-missing': 'Bitte dem Kühlschrank einen Namen geben.',
    'fridge-name-taken': 'Einen Kühlschrank mit diesem Namen gibt es schon.',
    'fridge-range-wrong': 'Die untere Temperatur muss unter der oberen liegen.',
    'temperature-note-missing':
      'Die Temperatur liegt außerhalb des Bereichs. Bitte dazuschreiben, was unternommen wurde.',
    'lot-given-to-nobody': 'Von dieser Charge hat hier niemand eine Dosis, der genannt werden darf.',
  },
  en: {
    'other-product': 'This lot came in as another vaccine. Please read the label and scan the right vial.',
    'lot-blocked':
      'This lot is blocked. Please take a vial of another lot; if the dose was given already, save it with a reason and a second person.',
    'vial-past-use':
      'The time of this vial is over. Please discard it and scan a new one; if the dose was given already, save it with a reason and a second person.',
    'vial-discarded':
      'This vial is entered as discarded. Please scan another one; if the dose was given already, save it with a reason and a second person.',
    'vial-run-out':
      'All doses were drawn from this vial. Please scan the next one; if there was one more in it, save it with a reason and a second person.',
    'thaw-over':
      'Some vials of this lot were thawed too long ago. Please discard those in the stock first, or take another lot; if the dose was given already, save it with a reason and a second person.',
    'lot-unknown': 'This lot was not received here. Please enter its receipt first.',
    'vial-reason-missing': 'Please say why the dose was given nevertheless.',
    'thawed-in-future': 'The day of thawing is in the future. Please check it.',
    'source-missing': 'Please say who this comes from, for instance the pharmacy or the letter.',
    'fridge-unknown': 'This fridge is not here any more. Please choose another one.',
    'vial-already-open': 'This vial was opened before. Please scan another one.',
    'vial-unknown': 'This vial is not known. Please open the list again.',
    'vial-already-discarded': 'This vial is entered as discarded already.',
    'vial-source-missing': 'Please say where the facts come from.',
    'waste-reason-of-opened': 'This reason is for an opened vial only. Please choose another reason.',
    'more-than-there': 'By the books there are not so many vials. Please count first, and save the count.',
    'stock-note-missing': 'Please say what is wrong with the vial.',
    'lot-already-blocked': 'This lot is blocked already.',
    'lot-not-blocked': 'This lot is not blocked.',
    'lot-reason-missing': 'Please give a reason.',
    'not-later': 'The new date has to be after the present one.',
    'fridge-name-missing': 'Please give the fridge a name.',
    'fridge-name-taken': 'There is a fridge of this name already.',
    'fridge-range-wrong': 'The lower temperature has to be below the upper one.',
    'temperature-note-missing':
      'The temperature is outside of the range. Please write down what was done about it.',
    'lot-given-to-nobody': 'Nobody here who may be named got a dose of this lot.',
  },
});
